/**
 * Abstract values: what an expression may evaluate to.
 *
 * Every value over-approximates. `unknown` carries the first place and reason at which knowledge was lost. Arrays
 * are handles: shape, dtype and strides are the handle's, the numbers are the storage's (`State.stores`), because two
 * handles may share one storage.
 */
import type { ArgSpec, ArrayModule, DType, LibraryModule, Target, TypedArrayName } from 'bytelens/laws';
import type { Reason } from '../api.ts';
import type { ClassIR } from '../ir/types.ts';
import type { Sym } from './sym.ts';
import { ANYTHING, exactly, joinValues, sameValues, type ValueFact } from './values.ts';

export type StoreId = number;
export type HandleId = number;
export type ObjectId = number;
export type FrameId = number;

export interface UnknownValue {
  readonly k: 'unknown';
  readonly reason: Reason;
}

export interface NumberValue {
  readonly k: 'num';
  /** The integer as an expression over symbols, where it is one. */
  readonly sym: Sym | null;
  readonly fact: ValueFact;
  /** Numerator and denominator where the number is a quotient that a rounding may follow. */
  readonly quotient?: readonly [Sym, Sym];
  /** It is NaN, which no interval holds. */
  readonly nan?: true;
  /** It was read at an index that may lie past the end, and may be undefined. */
  readonly absent?: true;
}

/** One call that can be executed again: the recipe of a value whose inputs are all literal. */
export interface PlanNode {
  readonly id: number;
  readonly module: LibraryModule;
  readonly target: Target;
  readonly args: readonly PlanNodeArg[];
  /** The storages of its array arguments: the recipe holds as long as nothing else wrote them. */
  readonly stores: readonly StoreId[];
}

/** An argument that stands in the program itself. */
export type Literal =
  | { readonly kind: 'int'; readonly value: number }
  | Extract<ArgSpec, { kind: 'float' | 'bigint' | 'string' | 'boolean' | 'null' | 'undefined' }>;

export type PlanNodeArg =
  | { readonly kind: 'spec'; readonly spec: Literal }
  | { readonly kind: 'node'; readonly node: PlanNode }
  | { readonly kind: 'list'; readonly items: readonly PlanNodeArg[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, PlanNodeArg>> };

export type Backing = 'pool' | 'js' | 'shared' | 'unknown';

export interface ArrayValue {
  readonly k: 'array';
  readonly library: 'numpy-ts' | 'typed-array';
  /** Of which of the library's two classes it is: the smaller one has none of most methods. */
  readonly cls: 'NDArray' | 'NDArrayCore' | 'either';
  /** The constructor of a typed array. */
  readonly ctor: TypedArrayName | null;
  readonly dtypes: readonly DType[] | null;
  readonly shape: readonly (Sym | null)[] | null;
  /** Element strides; null where not known. */
  readonly strides: readonly Sym[] | null;
  /** The storages it may use; empty where that is not known. */
  readonly stores: readonly StoreId[];
  readonly handle: HandleId;
  readonly owns: 'owns' | 'view' | 'unknown';
  /** A view that does not cover its storage element by element in C-order (a slice, a transposition). */
  readonly part: boolean;
  /** Bytes kept per element, where not the dtype's own size. */
  readonly storedItemBytes: number | null;
  /** Where its memory lies; `shared` is what the core's `shared` makes. */
  readonly backing: Backing;
  /** Why something of it is not known. */
  readonly why: Reason | null;
  /** Of axes whose size is not known: how large they are at most. */
  readonly most?: readonly (Sym | null)[];
  readonly plan: PlanNode | null;
  /** What says what it is, where nothing else is known of it. */
  readonly told?: 'comment' | 'type';
  /** Of a view: the array that owns the memory, as it was made; and whether the library tells it as `.base`. */
  readonly root?: { readonly array: ArrayValue; readonly told: boolean };
  readonly absent?: true;
  /** A `Buffer` of Node's, whose `slice` is a view; `maybe` where it is one time that and another time none. */
  readonly buffer?: true | 'maybe';
}

export interface Closure {
  readonly module: string;
  readonly fn: number;
  /** The frame in which it was made: where its captured variables live. */
  readonly frame: FrameId;
  readonly self: Value | null;
  /** The class of whose text it is a part: `super` is what that extends. */
  readonly home?: ClassValue;
}

export interface ClassValue {
  readonly module: string;
  readonly cls: ClassIR;
  readonly frame: FrameId;
  readonly base: Value | null;
  /** The record that holds static members. */
  readonly statics: ObjectId;
}

/** A range of one length, `a:b`, that begins somewhere between `lo` and `hi`. */
export interface StrWindow {
  readonly lo: number;
  readonly hi: number;
  readonly length: number;
}

export type Value =
  | UnknownValue
  | { readonly k: 'undefined' }
  | { readonly k: 'null' }
  | { readonly k: 'bool'; readonly value: boolean | null }
  | NumberValue
  | { readonly k: 'bigint'; readonly value: string | null }
  /** `samples`: some of the strings that it may be, where not one (of a template with a varying number). */
  | {
      readonly k: 'str';
      readonly value: string | null;
      readonly samples?: readonly string[];
      readonly window?: StrWindow;
      readonly absent?: true;
    }
  | ArrayValue
  | { readonly k: 'object'; readonly ids: readonly ObjectId[]; readonly absent?: true }
  | { readonly k: 'fn'; readonly closures: readonly Closure[] }
  | { readonly k: 'class'; readonly cls: ClassValue }
  | { readonly k: 'library'; readonly module: ArrayModule; readonly path: string }
  /** A member of a library array, not called yet. */
  | { readonly k: 'bound'; readonly receiver: Value; readonly name: string }
  /** Something that the language provides: `Math`, `Math.max`, `console`. */
  | { readonly k: 'builtin'; readonly path: string }
  | { readonly k: 'module'; readonly path: string }
  /** `tasks`: those that are done when it is, as in `State.pending`. */
  | { readonly k: 'promise'; readonly value: Value; readonly tasks?: readonly number[] }
  /** What a generator function gives: each value that it yields, and what it returns at the end. */
  | { readonly k: 'generator'; readonly value: Value; readonly result?: Value; readonly isAsync?: true }
  /** Known to be no array and to hold none: a date, a regular expression, a complex number. */
  | { readonly k: 'plain'; readonly what: string }
  | { readonly k: 'union'; readonly members: readonly Value[] };

/** The handle of a value that may be one of several objects. */
export const NO_HANDLE: HandleId = -1;

export const UNDEFINED: Value = { k: 'undefined' };
/** What is where nothing was ever put: callbacks are not called for it, and reading it gives undefined. */
export const HOLE: Value = { k: 'undefined' };
export const NULL: Value = { k: 'null' };
export const ANY_BOOL: Value = { k: 'bool', value: null };
export const ANY_STRING: Value & { k: 'str' } = { k: 'str', value: null };
export const ANY_NUMBER: NumberValue = { k: 'num', sym: null, fact: ANYTHING };

export function bool(value: boolean | null): Value {
  return { k: 'bool', value };
}

export function str(value: string | null): Value {
  return { k: 'str', value };
}

export function numberOf(fact: ValueFact, sym: Sym | null = null): NumberValue {
  return { k: 'num', sym, fact };
}

/** The number as a constant, or null. */
export function constantOf(v: Value): number | null {
  return v.k === 'num' && v.fact.lo === v.fact.hi && v.fact.finite ? v.fact.lo : null;
}

export function unknown(message: string, path: string, span: { start: number; end: number } | null): UnknownValue {
  return { k: 'unknown', reason: { message, path, span } };
}

/** Most members of a union; beyond, the value is unknown. */
const MAX_UNION = 6;

/** What of a value is not known, where it may be that. */
export function unknownPart(v: Value): UnknownValue | null {
  const u = v.k === 'union' ? v.members.find((m) => m.k === 'unknown') : v;
  return u?.k === 'unknown' ? u : null;
}

/** The array part of a value that may also be undefined or null. */
export function arrayPart(v: Value): ArrayValue | null {
  if (v.k === 'array') return v;
  if (v.k !== 'union') return null;
  const rest = v.members.filter((m) => m.k !== 'undefined' && m.k !== 'null');
  if (rest.length === 0 || !rest.every((m) => m.k === 'array')) return null;
  const all = rest.reduce<Value>(join, rest[0] as Value);
  return all.k === 'array' ? all : null;
}

export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  if (a.k === 'unknown') return withUnknown(a, b);
  if (b.k === 'unknown') return withUnknown(b, a);
  if (a.k === 'union' || b.k === 'union') {
    let out: Value = a;
    for (const m of b.k === 'union' ? b.members : [b]) out = addMember(out, m);
    return out;
  }
  return joinSimple(a, b) ?? { k: 'union', members: [a, b] };
}

/** What may be unknown, or one of what `v` refers to: writes through it reach that. */
function withUnknown(u: UnknownValue, v: Value): Value {
  const refs = (v.k === 'union' ? v.members : [v]).filter(refers);
  return refs.length === 0 ? u : { k: 'union', members: [u, ...refs] };
}

/** Whether the value leads to arrays, objects or functions. */
function refers(v: Value): boolean {
  switch (v.k) {
    case 'array':
    case 'object':
    case 'fn':
    case 'promise':
    case 'generator':
    case 'bound':
      return true;
    default:
      return false;
  }
}

function addMember(a: Value, b: Value): Value {
  if (a.k === 'unknown' || b.k === 'unknown') return join(a, b);
  if (a.k === 'union' && a.members[0]?.k === 'unknown' && !refers(b)) return a;
  const members = a.k === 'union' ? a.members : [a];
  for (let i = 0; i < members.length; i++) {
    const j = joinSimple(members[i] as Value, b);
    if (j) {
      if (j.k === 'unknown') return j;
      return members.length === 1 ? j : { k: 'union', members: members.with(i, j) };
    }
  }
  if (members.length >= MAX_UNION) return unknown('too many different kinds of value meet here', '', null);
  return { k: 'union', members: [...members, b] };
}

/** The join of two values of one kind, or null where they are of different kinds. */
function joinSimple(a: Value, b: Value): Value | null {
  if (a.k !== b.k) return null;
  switch (a.k) {
    case 'undefined':
    case 'null':
      return a;
    case 'bool':
      return a.value === (b as typeof a).value ? a : ANY_BOOL;
    case 'num':
      return joinNumbers(a, b as NumberValue);
    case 'bigint':
      return a.value === (b as typeof a).value ? a : { k: 'bigint', value: null };
    case 'str': {
      const o = b as typeof a;
      if (a.value !== null && a.value === o.value && a.absent === o.absent) return a;
      return withAbsence(ANY_STRING, a, o);
    }
    case 'array':
      return joinArrays(a, b as ArrayValue);
    case 'object':
      return withAbsence<Value & { k: 'object' }>(
        { k: 'object', ids: mergeIds(a.ids, (b as typeof a).ids) },
        a,
        b as typeof a,
      );
    case 'fn': {
      const all = [...a.closures];
      for (const c of (b as typeof a).closures) {
        if (!all.some((x) => sameClosure(x, c))) all.push(c);
      }
      return { k: 'fn', closures: all };
    }
    case 'promise':
      return {
        k: 'promise',
        value: join(a.value, (b as typeof a).value),
        tasks: a.tasks?.filter((t) => (b as typeof a).tasks?.includes(t)) ?? [],
      };
    case 'generator':
      return joinGenerators(a, b as typeof a);
    case 'plain':
      return a.what === (b as typeof a).what ? a : { k: 'plain', what: 'a value' };
    case 'library':
      return a.path === (b as typeof a).path ? a : null;
    case 'builtin':
      return a.path === (b as typeof a).path ? a : null;
    case 'module':
      return a.path === (b as typeof a).path ? a : null;
    case 'class':
      return a.cls.cls === (b as typeof a).cls.cls ? a : null;
    case 'bound':
      return null;
    case 'unknown':
    case 'union':
      return a;
  }
}

function joinGenerators(a: Value & { k: 'generator' }, b: Value & { k: 'generator' }): Value {
  const result = a.result || b.result ? { result: join(a.result ?? UNDEFINED, b.result ?? UNDEFINED) } : {};
  const isAsync = a.isAsync || b.isAsync ? ({ isAsync: true } as const) : {};
  return { k: 'generator', value: join(a.value, b.value), ...result, ...isAsync };
}

function sameClosure(a: Closure, b: Closure): boolean {
  if (a.module !== b.module || a.fn !== b.fn || a.frame !== b.frame) return false;
  return a.self === b.self || (a.self !== null && b.self !== null && same(a.self, b.self));
}

export function joinNumbers(a: NumberValue, b: NumberValue): NumberValue {
  const sym = a.sym && b.sym && a.sym.equals(b.sym) ? a.sym : null;
  const fact = joinValues(a.fact, b.fact);
  const nan = a.nan && b.nan ? ({ nan: true } as const) : {};
  return withAbsence<NumberValue>({ k: 'num', sym, fact, ...nan }, a, b);
}

function mergeIds<T extends number>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === b.length && a.every((x, i) => x === b[i])) return a;
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

function joinArrays(a: ArrayValue, b: ArrayValue): ArrayValue | null {
  if (a.library !== b.library) return null;
  const dtypes = a.dtypes && b.dtypes ? [...new Set([...a.dtypes, ...b.dtypes])].sort() : null;
  const shape =
    a.shape && b.shape && a.shape.length === b.shape.length
      ? a.shape.map((d, i) => {
          const o = b.shape?.[i] ?? null;
          return d && o?.equals(d) ? d : null;
        })
      : null;
  const strides = shape && a.strides && b.strides && sameDims(a.strides, b.strides) ? a.strides : null;
  const noStores = a.stores.length === 0 || b.stores.length === 0;
  const joined: ArrayValue = {
    k: 'array',
    library: a.library,
    cls: a.cls === b.cls ? a.cls : 'either',
    ctor: a.ctor === b.ctor ? a.ctor : null,
    dtypes,
    shape,
    strides,
    stores: noStores ? [] : mergeIds(a.stores, b.stores),
    handle: a.handle === b.handle ? a.handle : NO_HANDLE,
    owns: a.owns === b.owns ? a.owns : 'unknown',
    part: a.part || b.part,
    storedItemBytes: a.storedItemBytes === b.storedItemBytes ? a.storedItemBytes : null,
    backing: a.backing === b.backing ? a.backing : 'unknown',
    why: a.why ?? b.why,
    plan: a.plan === b.plan ? a.plan : null,
    ...joinMost(shape, a, b),
    ...(a.buffer || b.buffer ? { buffer: a.buffer === b.buffer ? (a.buffer as true) : 'maybe' } : {}),
    ...(a.told && a.told === b.told ? { told: a.told } : {}),
    ...(a.root && a.root.array === b.root?.array && a.root.told === b.root.told ? { root: a.root } : {}),
  };
  return withAbsence(joined, a, b);
}

/** Only where both say the same: bounds that grew with every round of a loop would never end. */
function joinMost(shape: ArrayValue['shape'], a: ArrayValue, b: ArrayValue): Pick<ArrayValue, 'most'> {
  if (!shape?.includes(null) || !(a.most || b.most)) return {};
  const bound = (v: ArrayValue, axis: number): Sym | null => v.shape?.[axis] ?? v.most?.[axis] ?? null;
  const most = shape.map((d, axis) => {
    const [x, y] = [bound(a, axis), bound(b, axis)];
    return d === null && x && y?.equals(x) ? x : null;
  });
  return most.some((m) => m !== null) ? { most } : {};
}

type Absentable = { readonly absent?: true };

function withAbsence<T extends Absentable>(v: T, a: Absentable, b: Absentable): T {
  return a.absent || b.absent ? { ...v, absent: true } : v;
}

/** What was read at an index that may lie past the end: it may be undefined. */
export function maybeAbsent(v: Value): Value {
  switch (v.k) {
    case 'num':
    case 'str':
    case 'array':
    case 'object':
      return { ...v, absent: true };
    case 'union':
      return v.members.map(maybeAbsent).reduce(join);
    default:
      return join(v, UNDEFINED);
  }
}

export function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.k !== b.k) return false;
  switch (a.k) {
    case 'num': {
      const o = b as NumberValue;
      return sameValues(a.fact, o.fact) && a.sym?.key === o.sym?.key && a.absent === o.absent && a.nan === o.nan;
    }
    case 'array':
      return sameArray(a, b as ArrayValue);
    case 'object':
      return a.ids.join() === (b as typeof a).ids.join() && a.absent === (b as typeof a).absent;
    case 'fn': {
      const o = (b as typeof a).closures;
      return a.closures.length === o.length && a.closures.every((c, i) => sameClosure(c, o[i] as Closure));
    }
    case 'promise':
      return same(a.value, (b as typeof a).value);
    case 'generator': {
      const o = b as typeof a;
      return same(a.value, o.value) && same(a.result ?? UNDEFINED, o.result ?? UNDEFINED);
    }
    case 'union': {
      const o = (b as typeof a).members;
      return a.members.length === o.length && a.members.every((m, i) => same(m, o[i] as Value));
    }
    case 'str':
      return a.value === (b as typeof a).value && a.absent === (b as typeof a).absent;
    case 'bool':
    case 'bigint':
      return a.value === (b as typeof a).value;
    case 'unknown':
    case 'undefined':
    case 'null':
      return true;
    default:
      return JSON.stringify(a) === JSON.stringify(b);
  }
}

function sameArray(a: ArrayValue, b: ArrayValue): boolean {
  return (
    a.library === b.library &&
    a.absent === b.absent &&
    a.owns === b.owns &&
    a.cls === b.cls &&
    a.buffer === b.buffer &&
    a.dtypes?.join() === b.dtypes?.join() &&
    a.stores.join() === b.stores.join() &&
    a.shape?.map((d) => d?.key).join() === b.shape?.map((d) => d?.key).join() &&
    a.strides?.map((d) => d.key).join() === b.strides?.map((d) => d.key).join() &&
    a.most?.map((d) => d?.key).join() === b.most?.map((d) => d?.key).join() &&
    (a.shape === null) === (b.shape === null) &&
    (a.strides === null) === (b.strides === null)
  );
}

/** Applies `f` to each member of a union (or the value itself) and joins the results. */
export function mapMembers(v: Value, f: (m: Value) => Value): Value {
  if (v.k !== 'union') return f(v);
  return v.members.map(f).reduce(join);
}

/** The members that have properties: reading one of undefined or null throws, and what follows is then not reached. */
export function present(v: Value): Value {
  if (v.k !== 'union') return v;
  const rest = v.members.filter((m) => m.k !== 'undefined' && m.k !== 'null');
  return rest.length === 0 ? v : rest.reduce<Value>(join, rest[0] as Value);
}

export function numberConstant(n: number, symOf: (n: number) => Sym): NumberValue {
  if (Number.isNaN(n)) return { k: 'num', sym: null, fact: exactly(n), nan: true };
  return { k: 'num', sym: Number.isSafeInteger(n) ? symOf(n) : null, fact: exactly(n) };
}

function sameDims(a: readonly Sym[], b: readonly Sym[]): boolean {
  return a.length === b.length && a.every((s, i) => b[i]?.key === s.key);
}

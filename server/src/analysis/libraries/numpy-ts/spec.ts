/**
 * Abstract values to call specs: what the law engine needs to know of each argument. Where a value leaves open what a
 * law depends on (one of several dtypes, an unknown rank), there are several specs, and the law must be asked for each.
 */
import { type ArgSpec, DTYPES } from 'bytelens/laws';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { type ArrayValue, constantOf, type Value } from '../../domain/value.ts';
import { reach } from '../../interp/arrays.ts';

/**
 * Shapes that stand for all where the rank is not known: each rank below and above the sizes at which kernels switch.
 * What the results have in common is what is known of the result.
 */
const SAMPLE_SHAPES: readonly (readonly number[])[] = [[5], [67], [3, 5], [13, 11], [2, 3, 5], [5, 7, 11]];
/** Most combinations of argument specs for one call. */
const MAX_COMBINATIONS = 96;
/** Lists longer than this are described by their element. */
const MAX_LIST_ITEMS = 24;

export class SpecFailure {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Names for sizes that are not known; the same array always gets the same names. */
export class Placeholders {
  readonly #ids = new WeakMap<object, number>();
  /** Of all arrays, the length of every axis, where it is asked what a call gives at one size. */
  readonly sized: number | null;
  readonly #given: Sym | null;
  readonly #each: ReadonlyMap<string, Sym>;
  readonly #used = new Map<string, Sym>();
  readonly #most = new Map<string, Sym>();
  #next = 0;

  /** Sizes that are not known are taken to be what `each` says of them; all others to be `given`, where it is one. */
  constructor(given: Sym | null = null, each: ReadonlyMap<string, Sym> = new Map(), sized: number | null = null) {
    this.sized = sized;
    this.#given = given;
    this.#each = each;
  }

  /** The names of the sizes that were not known. */
  get used(): readonly Sym[] {
    return [...this.#used.values()];
  }

  /** How many different sizes were not known. */
  get count(): number {
    return this.#used.size;
  }

  for(v: object, axis: number): Sym {
    const name = this.#name(v, axis);
    this.#used.set(name.key, name);
    const most = (v as Partial<ArrayValue>).most?.[axis] ?? null;
    if (most) for (const id of name.symbols()) this.#most.set(id, most);
    return this.#each.get(name.key) ?? this.#given ?? name;
  }

  #name(v: object, axis: number): Sym {
    let id = this.#ids.get(v);
    if (id === undefined) {
      id = this.#next++;
      this.#ids.set(v, id);
    }
    return Sym.symbol(`?${id}.${axis}`);
  }

  /** How large an expression is at most, where that is known of all sizes in it that are not known. */
  atMost(sym: Sym): Sym | null {
    const of = (id: string): Sym | null => (id.startsWith('?') ? (this.#most.get(id) ?? null) : Sym.symbol(id));
    return sym.substituted(of, true);
  }

  /** Whether an expression depends on a size that is not known. */
  static within(sym: Sym): boolean {
    for (const id of sym.symbols()) if (id.startsWith('?')) return true;
    return false;
  }
}

/** All combinations of specs of the arguments, or why there are none. */
export function specsOf(
  args: readonly Value[],
  state: State,
  names: Placeholders,
  loose = false,
): ArgSpec[][] | SpecFailure {
  let out: ArgSpec[][] = [[]];
  const rankless = args.some((a) => isRankless(a, state));
  const samples = !rankless ? [[]] : names.sized === null ? SAMPLE_SHAPES : ranked(names.sized);
  const all: ArgSpec[][] = [];
  for (const sample of samples) {
    out = [[]];
    for (const a of args) {
      const options = loose && isLoose(a) ? [LOOSE] : alternatives(a, state, names, sample, 0);
      if (options instanceof SpecFailure) return options;
      out = out.flatMap((head) => options.map((o) => [...head, o]));
      if (out.length * samples.length > MAX_COMBINATIONS)
        return new SpecFailure('too much of its arguments is not known');
    }
    all.push(...out);
  }
  return all;
}

/** Shapes of one length along each of some numbers of axes. */
function ranked(length: number): readonly (readonly number[])[] {
  return [[length], [length, length], [length, length, length]];
}

/** Whether the value, or one that it may be or hold, is an array of which the rank is not known. */
export function isRankless(v: Value, state: State): boolean {
  let found = false;
  reach(v, state, (a) => {
    if (a.library === 'numpy-ts' && a.shape === null) found = true;
  });
  return found;
}

const LOOSE: ArgSpec = { kind: 'anyNumber', integer: false };

/** A number that is an integer only if it is used as a size. */
export function isLoose(v: Value): boolean {
  return v.k === 'num' && v.sym !== null && v.sym.value === null && !v.fact.integral;
}

/** Stand-ins for bigints of which nothing is known; in a list one will do. */
const BIGINTS = ['3', '0', '-2', `${2n ** 40n}`] as const;

/** Stand-ins for complex numbers. In a list one will do: what it is made into depends on its elements' kind alone. */
const COMPLEX: readonly ArgSpec[] = [
  { kind: 'complex', re: 1.5, im: -2.5 },
  { kind: 'complex', re: 0, im: 0 },
];

function alternatives(
  v: Value,
  state: State,
  names: Placeholders,
  sample: readonly number[],
  depth: number,
): ArgSpec[] | SpecFailure {
  if (depth > 6) return new SpecFailure('a list is nested too deeply');
  switch (v.k) {
    case 'num':
      return [numberSpec(v, names)];
    case 'bool':
      return v.value === null
        ? [true, false].map((value) => ({ kind: 'boolean' as const, value }))
        : [{ kind: 'boolean', value: v.value }];
    case 'str': {
      if (v.value !== null) return [{ kind: 'string', value: v.value }];
      if (v.samples) return v.samples.map((value) => ({ kind: 'string' as const, value }));
      return new SpecFailure('a string argument is not known');
    }
    case 'bigint':
      if (v.value !== null) return [{ kind: 'bigint', value: v.value }];
      return BIGINTS.slice(0, depth === 0 ? BIGINTS.length : 1).map((value) => ({ kind: 'bigint', value }));
    case 'undefined':
      return [{ kind: 'undefined' }];
    case 'null':
      return [{ kind: 'null' }];
    case 'array':
      return arraySpecs(v, names, sample);
    case 'object':
      return objectSpecs(v, state, names, sample, depth);
    case 'union': {
      const out: ArgSpec[] = [];
      for (const m of v.members) {
        const some = alternatives(m, state, names, sample, depth);
        if (some instanceof SpecFailure) return some;
        out.push(...some);
      }
      return out;
    }
    case 'unknown':
      return new SpecFailure(v.reason.message);
    case 'fn':
    case 'bound':
    case 'builtin':
    case 'library':
      return new SpecFailure('it runs a function of the program, which is never executed');
    case 'plain':
      if (v.what === 'a complex number') return COMPLEX.slice(0, depth === 0 ? 2 : 1);
      return new SpecFailure(`an argument is ${v.what}`);
    default:
      return new SpecFailure('an argument is not a number, string, list or array');
  }
}

function numberSpec(v: Value & { k: 'num' }, names: Placeholders): ArgSpec {
  const n = constantOf(v);
  if (v.nan) return { kind: 'float', value: 'NaN' };
  if (n !== null) {
    if (Object.is(n, -0)) return { kind: 'float', value: '-0' };
    return Number.isSafeInteger(n) ? { kind: 'int', value: n } : { kind: 'float', value: n };
  }
  if (v.fact.lo === Infinity) return { kind: 'float', value: 'Infinity' };
  if (v.fact.hi === -Infinity) return { kind: 'float', value: '-Infinity' };
  if (v.sym) return { kind: 'int', value: v.sym.toDimExpr() };
  if (v.fact.integral && v.fact.finite && v.fact.lo >= 0) return { kind: 'int', value: names.for(v, 0).toDimExpr() };
  return { kind: 'anyNumber', integer: v.fact.integral && v.fact.finite };
}

function arraySpecs(v: ArrayValue, names: Placeholders, sample: readonly number[]): ArgSpec[] | SpecFailure {
  if (v.library === 'typed-array') {
    if (!v.ctor) return new SpecFailure('which typed array this is is not known');
    const length = v.shape?.[0] ?? names.for(v, 0);
    return [{ kind: 'typed', ctor: v.ctor, length: length.toDimExpr() }];
  }
  const dims: readonly (Sym | null)[] = v.shape ?? sample.map(Sym.of);
  const shape = dims.map((d, i) => names.sized ?? (d ?? names.for(v, i)).toDimExpr());
  const strides = v.strides && names.sized === null ? v.strides.map((s) => s.toDimExpr()) : null;
  const classes = v.cls === 'either' ? (['NDArray', 'NDArrayCore'] as const) : [v.cls];
  const dtypes = v.dtypes ?? DTYPES;
  return classes.flatMap((cls) => dtypes.map((dtype) => ({ kind: 'array' as const, cls, dtype, shape, strides })));
}

function objectSpecs(
  v: Value & { k: 'object' },
  state: State,
  names: Placeholders,
  sample: readonly number[],
  depth: number,
): ArgSpec[] | SpecFailure {
  const out: ArgSpec[] = [];
  for (const id of v.ids) {
    const cell = state.heap.get(id);
    if (!cell) return new SpecFailure('an object argument is not known');
    if (cell.t === 'record') {
      if (cell.rest || cell.cls) return new SpecFailure('the fields of an object argument are not known');
      let all: Record<string, ArgSpec>[] = [{}];
      for (const [name, x] of cell.fields) {
        const some = alternatives(x, state, names, sample, depth + 1);
        if (some instanceof SpecFailure) return some;
        all = all.flatMap((fields) => some.map((spec) => ({ ...fields, [name]: spec })));
        if (all.length > MAX_COMBINATIONS) return new SpecFailure('too much of an object argument is not known');
      }
      out.push(...all.map((fields) => ({ kind: 'object' as const, fields })));
      continue;
    }
    const list = listSpec(cell, state, names, sample, depth, v);
    if (list instanceof SpecFailure) return list;
    out.push(...list);
  }
  return out;
}

function listSpec(
  cell: import('../../domain/state.ts').Cell & { t: 'list' },
  state: State,
  names: Placeholders,
  sample: readonly number[],
  depth: number,
  v: object,
): ArgSpec[] | SpecFailure {
  if (cell.items) {
    const items = cell.items.map((x) => alternatives(x, state, names, sample, depth + 1));
    const failed = items.find((x) => x instanceof SpecFailure);
    if (failed instanceof SpecFailure) return failed;
    const known = items as ArgSpec[][];
    if (known.length > MAX_LIST_ITEMS) {
      const uniform = uniformItem(known.map((x) => x[0] as ArgSpec));
      if (uniform) return [{ kind: 'listOf', length: known.length, item: uniform }];
    }
    let out: ArgSpec[][] = [[]];
    for (const options of known) {
      out = out.flatMap((head) => options.map((o) => [...head, o]));
      if (out.length > MAX_COMBINATIONS) return new SpecFailure('too much of a list is not known');
    }
    return out.map((list) => ({ kind: 'list', items: list }));
  }
  if (!cell.element) return new SpecFailure('the elements of a list are not known');
  const item = alternatives(cell.element, state, names, sample, depth + 1);
  if (item instanceof SpecFailure) return item;
  if (item.length !== 1) return new SpecFailure('the elements of a list are not known');
  const length = cell.length ?? names.for(v, 0);
  // Of no elements it is not seen that they would be bigints.
  if (item[0]?.kind === 'bigint' && length.value === null)
    return new SpecFailure('whether a list has any elements is not known');
  return [{ kind: 'listOf', length: length.toDimExpr(), item: item[0] as ArgSpec }];
}

/** One spec for all items of a long list of numbers (or of equal rows), or null. */
function uniformItem(items: readonly ArgSpec[]): ArgSpec | null {
  if (items.every((x) => x.kind === 'int' || x.kind === 'float' || x.kind === 'anyNumber')) {
    const integer = items.every((x) => x.kind === 'int' || (x.kind === 'anyNumber' && x.integer));
    return { kind: 'anyNumber', integer };
  }
  if (items.every((x) => x.kind === 'boolean')) return items[0] as ArgSpec;
  if (items.every((x) => x.kind === 'list' || x.kind === 'listOf')) {
    const rows = items.map((x) => rowOf(x as ArgSpec & { kind: 'list' | 'listOf' }));
    const first = JSON.stringify(rows[0]);
    return rows.every((r) => r !== null && JSON.stringify(r) === first) ? (rows[0] as ArgSpec) : null;
  }
  const first = JSON.stringify(items[0]);
  return items.every((x) => JSON.stringify(x) === first) ? (items[0] as ArgSpec) : null;
}

function rowOf(x: ArgSpec & { kind: 'list' | 'listOf' }): ArgSpec | null {
  if (x.kind === 'listOf') return x;
  const item = uniformItem(x.items);
  return item ? { kind: 'listOf', length: x.items.length, item } : null;
}

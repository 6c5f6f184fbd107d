/** Law outcomes to abstract values: arrays with storages, numbers, lists and records of them. */
import type { ArgPath, DType, Outcome, ResultDim } from 'bytelens/laws';
import type { Reason } from '../../api.ts';
import { blockCost, elementCount, logicalBytes } from '../../domain/bytes.ts';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import {
  ANY_BOOL,
  ANY_STRING,
  type ArrayValue,
  NO_HANDLE,
  NULL,
  numberOf,
  type PlanNode,
  type StoreId,
  UNDEFINED,
  type Value,
} from '../../domain/value.ts';
import { ANYTHING, DTYPE_INFO, type ValueFact } from '../../domain/values.ts';
import { reinterpret } from '../../interp/arrays.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { bufferRecord } from '../typed-array/construct.ts';
import { BOUNDED, binsOf } from './counted.ts';
import { Placeholders } from './spec.ts';
import type { ValueArg } from './values/store.ts';
import { KEPT_TWICE, TELLS_BASE, UNCOUNTED_VIEWS } from './views.ts';

/** Memory that a call has taken. */
export interface Made {
  readonly id: StoreId;
  readonly bytes: Sym | null;
  /** Otherwise at least so much. */
  readonly exact: boolean;
}

export interface Making {
  readonly c: Context;
  readonly frame: Frame;
  readonly state: State;
  readonly instr: number;
  readonly args: readonly Value[];
  /** Of the function. */
  readonly name: string;
  /** What is known of the numbers in the arguments. */
  readonly numbers: readonly ValueArg[];
  /** The sizes that were not known. */
  readonly names: Placeholders;
  /** The numbers of an array result, by its dtype and size. */
  readonly values: (dtype: import('bytelens/laws').DType, size: number | null) => ValueFact;
  readonly plan: PlanNode | null;
  /** Filled with the storages that the call takes and their bytes. */
  readonly made: Made[];
  readonly reason: (message: string) => Reason;
}

interface Dim {
  readonly sym: Sym | null;
  readonly why: string | null;
  /** Where it is not known: how large it is at most. */
  readonly most: Sym | null;
}

function dimOf(d: ResultDim, m: Making | null = null): Dim {
  if (typeof d === 'object' && 'unknown' in d) {
    const bound = m && d.atMost !== undefined && BOUNDED.has(m.name) ? Sym.fromDimExpr(d.atMost) : null;
    return { sym: null, why: d.unknown, most: bound ? (m?.names.atMost(bound) ?? null) : null };
  }
  const sym = Sym.fromDimExpr(d);
  if (Placeholders.within(sym)) return { sym: null, why: null, most: m?.names.atMost(sym) ?? null };
  return { sym, why: null, most: null };
}

/** The axes of a result; of `bincount`, by the numbers that it counts. */
function dimsOf(shape: readonly ResultDim[], m: Making): readonly Dim[] {
  const bins = m.name === 'bincount' ? binsOf(m.numbers) : null;
  if (bins === null) return shape.map((d) => dimOf(d, m));
  const most = Sym.of(bins.most);
  return bins.least === bins.most
    ? [{ sym: most, why: null, most: null }]
    : [{ sym: null, why: 'depends on the data', most }];
}

/** The argument at a path of the call. */
export function argAt(m: { args: readonly Value[]; state: State }, path: ArgPath): Value | null {
  let v: Value | undefined = m.args[path[0] as number];
  for (const step of path.slice(1)) {
    if (v?.k !== 'object' || v.ids.length !== 1) return null;
    const cell = m.state.heap.get(v.ids[0] as number);
    if (cell?.t === 'list' && typeof step === 'number') v = cell.items?.[step];
    else if (cell?.t === 'record' && typeof step === 'string') v = cell.fields.get(step);
    else return null;
  }
  return v ?? null;
}

export function toValue(o: Outcome, m: Making, where: string): Value {
  switch (o.kind) {
    case 'array':
      return arrayOf(o, m, where);
    case 'typed':
      return typedOf(o, m, where);
    case 'scalar':
      return scalarOf(o.type, m);
    case 'list': {
      const items = o.items.map((x, i) => toValue(x, m, `${where}.${i}`));
      return m.c.allocate(m.state, m.frame, m.instr, `result ${where}`, {
        t: 'list',
        items,
        element: null,
        length: Sym.of(items.length),
        multi: false,
      });
    }
    case 'listOf': {
      const element = toValue(o.item, m, `${where}[]`);
      const length = dimOf(o.length).sym;
      return m.c.allocate(m.state, m.frame, m.instr, `result ${where}`, {
        t: 'list',
        items: null,
        element,
        length,
        multi: false,
      });
    }
    case 'object': {
      const fields = new Map(Object.entries(o.fields).map(([n, x]) => [n, toValue(x, m, `${where}.${n}`)]));
      return m.c.allocate(m.state, m.frame, m.instr, `result ${where}`, {
        t: 'record',
        fields,
        rest: null,
        cls: null,
        multi: false,
      });
    }
    case 'undefined':
      return UNDEFINED;
    case 'null':
      return NULL;
    case 'other':
      if (o.description === 'ArrayBuffer' && m.name === 'tobytes') return bytesOf(m);
      return { k: 'unknown', reason: m.reason(`${m.name} gives ${o.description}, which is not followed`) };
  }
}

/** The buffer that `tobytes` gives: a copy of the elements. */
function bytesOf(m: Making): Value {
  const [a] = m.args;
  const nbytes = a?.k === 'array' ? logicalBytes(a) : null;
  const bytes: ArrayValue = {
    k: 'array',
    library: 'typed-array',
    cls: 'NDArray',
    ctor: 'Uint8Array',
    dtypes: ['uint8'],
    shape: [nbytes],
    strides: [Sym.of(1)],
    stores: [m.c.store(m.state, m.frame, m.instr, 'bytes', ANYTHING, nbytes, false)],
    handle: m.c.handle(m.state, m.frame, m.instr, 'bytes'),
    owns: 'owns',
    part: false,
    storedItemBytes: null,
    backing: 'js',
    why: nbytes ? null : m.reason('how many bytes these are is not known'),
    plan: null,
  };
  return bufferRecord(m.c, m.frame, { id: m.instr }, bytes, null, m.state);
}

function scalarOf(type: (Outcome & { kind: 'scalar' })['type'], m: Making): Value {
  switch (type) {
    case 'number':
      return numberOf(m.values('float64', 1));
    case 'bigint':
      return { k: 'bigint', value: null };
    case 'boolean':
      return ANY_BOOL;
    case 'string':
      return ANY_STRING;
    case 'complex':
      return { k: 'plain', what: 'a complex number' };
  }
}

function arrayOf(o: Outcome & { kind: 'array' }, m: Making, where: string): Value {
  const dims = dimsOf(o.shape, m);
  const shape = dims.map((d) => d.sym);
  const lost = dims.find((d) => d.why !== null)?.why ?? null;
  const strides = stridesOf(o.strides);
  if (o.storage.kind === 'same') {
    const source = argAt(m, o.storage.of);
    if (source) return source;
  }
  const count = shape.every((d) => d !== null) ? Sym.product(shape as Sym[]) : null;
  const held = o.heldBytes === undefined ? null : dimOf(o.heldBytes);
  const base = {
    k: 'array' as const,
    library: 'numpy-ts' as const,
    cls: o.cls,
    ctor: null,
    dtypes: [o.dtype],
    shape,
    strides,
    storedItemBytes: o.storedItemBytes === DTYPE_INFO[o.dtype].bytes ? null : o.storedItemBytes,
    // A block that is no whole multiple of the elements: what it takes is told apart from them, or not known.
    backing: held === null ? o.backing : ('unknown' as const),
    why: lost !== null ? m.reason(lost) : firstWhy(m, shape),
    ...(dims.some((d) => d.most !== null) ? { most: dims.map((d) => d.most) } : {}),
    part: false,
    plan: where === '' ? m.plan : null,
  };
  if (o.storage.kind === 'owns') {
    const { bytes, exact } = held ? blockCost(held.sym, 1, 'pool') : blockCost(count, o.storedItemBytes, o.backing);
    const values = m.values(o.dtype, count?.value ?? null);
    const id = m.c.store(m.state, m.frame, m.instr, where, values, bytes, false);
    m.made.push({ id, bytes, exact });
    // Without a handle: what disposing it frees is not known.
    const handle = keptTwice(m) ? NO_HANDLE : m.c.handle(m.state, m.frame, m.instr, where);
    return { ...base, stores: [id], handle, owns: 'owns' };
  }
  const source = o.storage.kind === 'either' ? null : argAt(m, o.storage.of);
  if (source?.k !== 'array') {
    const why = o.storage.kind === 'either' ? o.storage.why : 'which argument it is a view of is not known';
    return {
      ...base,
      stores: [],
      handle: NO_HANDLE,
      owns: o.storage.kind === 'either' ? 'unknown' : 'view',
      part: true,
      why: base.why ?? m.reason(why),
    };
  }
  if (isOther(m, source, o.dtype)) reinterpret(m.c, source.stores, m.state);
  const counted = !UNCOUNTED_VIEWS.has(m.name);
  for (const id of counted ? source.stores : []) {
    const s = m.state.stores.get(id);
    if (s) m.state.stores.set(id, { ...s, refs: s.refs + 1 });
  }
  const whole =
    !source.part && count !== null && (elementCount(source.shape)?.equals(count) ?? false) && inOrder(shape, strides);
  return {
    ...base,
    stores: source.stores,
    handle: counted ? m.c.handle(m.state, m.frame, m.instr, where) : NO_HANDLE,
    owns: 'view',
    ...(source.backing === 'shared' ? { backing: source.backing } : {}),
    part: !whole,
    ...rootOf(source, m.name),
  };
}

/** The owner of the memory that a view of `source` shares. */
function rootOf(source: ArrayValue, name: string): Pick<ArrayValue, 'root'> {
  const told = TELLS_BASE.has(name);
  if (source.owns === 'owns' && source.handle !== NO_HANDLE) return { root: { array: source, told } };
  return source.root ? { root: { array: source.root.array, told: told && source.root.told } } : {};
}

/** Whether a view may read its memory as another dtype. Of several dtypes, `view` may have been given any. */
function isOther(m: Making, source: ArrayValue, dtype: DType): boolean {
  const [only, ...more] = source.dtypes ?? [];
  return m.name === 'view' ? only !== dtype || more.length > 0 : !(source.dtypes?.includes(dtype) ?? true);
}

/** Whether the call is a reduction that keeps, or may keep, the axis. */
function keptTwice(m: Making): boolean {
  return KEPT_TWICE.has(m.name) && m.args.some((a) => (a.k === 'bool' && a.value !== false) || a.k === 'object');
}

/** Whether the strides are those of C-order. */
function inOrder(shape: readonly (Sym | null)[], strides: readonly Sym[] | null): boolean {
  if (!strides) return false;
  let expected = Sym.of(1);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const dim = shape[axis];
    if (!dim || !strides[axis]?.equals(expected)) return false;
    expected = expected.mul(dim);
  }
  return true;
}

/** The reason that an argument carries, where the result inherits its gaps. */
function firstWhy(m: Making, shape: readonly (Sym | null)[]): Reason | null {
  if (!shape.includes(null)) return null;
  for (const a of m.args) if (a.k === 'array' && a.why) return a.why;
  return m.reason('a size among its arguments is not known');
}

function stridesOf(strides: readonly import('bytelens/laws').DimExpr[] | null): readonly Sym[] | null {
  if (!strides) return null;
  const out: Sym[] = [];
  for (const s of strides) {
    const d = dimOf(s).sym;
    if (d === null) return null;
    out.push(d);
  }
  return out;
}

const TYPED_DTYPE = {
  Float64Array: 'float64',
  Float32Array: 'float32',
  Float16Array: 'float16',
  BigInt64Array: 'int64',
  BigUint64Array: 'uint64',
  Int32Array: 'int32',
  Uint32Array: 'uint32',
  Int16Array: 'int16',
  Uint16Array: 'uint16',
  Int8Array: 'int8',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
} as const;

export function typedDType(ctor: keyof typeof TYPED_DTYPE): import('bytelens/laws').DType {
  return TYPED_DTYPE[ctor];
}

function typedOf(o: Outcome & { kind: 'typed' }, m: Making, where: string): Value {
  const dim = dimOf(o.length);
  const dtype = typedDType(o.ctor);
  const base = {
    k: 'array' as const,
    library: 'typed-array' as const,
    cls: 'NDArray' as const,
    ctor: o.ctor,
    dtypes: [dtype],
    shape: [dim.sym],
    strides: [Sym.of(1)],
    storedItemBytes: null,
    backing: 'js' as const,
    why: dim.why !== null ? m.reason(dim.why) : firstWhy(m, [dim.sym]),
    part: false,
    plan: null,
  };
  const source = o.storage.kind === 'view' || o.storage.kind === 'same' ? argAt(m, o.storage.of) : null;
  if (source?.k === 'array') {
    if (!(source.dtypes?.some((d) => d === dtype || (d === 'bool' && dtype === 'uint8')) ?? true))
      reinterpret(m.c, source.stores, m.state);
    // Over the pool, it lives only as long as the array that it is a view of.
    const { backing } = source;
    return {
      ...base,
      backing,
      stores: source.stores,
      handle: m.c.handle(m.state, m.frame, m.instr, where),
      owns: 'view',
    };
  }
  if (o.storage.kind !== 'owns') return { ...base, stores: [], handle: NO_HANDLE, owns: 'unknown' };
  const { bytes, exact } = blockCost(dim.sym, DTYPE_INFO[dtype].bytes, 'js');
  const id = m.c.store(m.state, m.frame, m.instr, where, m.values(dtype, dim.sym?.value ?? null), bytes, false);
  m.made.push({ id, bytes, exact });
  return { ...base, stores: [id], handle: m.c.handle(m.state, m.frame, m.instr, where), owns: 'owns' };
}

/** `blockwise` of the bytelens core: the callback sees blocks of a size that is not known, the result is whole. */
import type { DType } from 'bytelens/laws';
import { blockCost, elementCount } from '../../domain/bytes.ts';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { type ArrayValue, constantOf, type Value } from '../../domain/value.ts';
import { DTYPE_INFO, dtypeRange, fits, isDType } from '../../domain/values.ts';
import { event, factOf } from '../../interp/arrays.ts';
import { callOne } from '../../interp/calls.ts';
import type { Context, Frame } from '../../interp/context.ts';
import type { Instr } from '../../ir/types.ts';

export function callBlockwise(c: Context, frame: Frame, i: Instr, values: readonly Value[], state: State): Value {
  const [given, f, options] = values;
  const arrays = given ? arraysOf(given, state) : null;
  const axis = constantOption(options, 'axis', state) ?? 0;
  const whole = arrays?.[0]?.shape?.at(axis) ?? null;
  if (!arrays || !f || !whole || arrays.some((a) => !sameRank(a, arrays[0] as ArrayValue))) {
    return c.unknown(frame, 'what blockwise is given here is not known', i.span);
  }
  for (const a of arrays) event(c, frame, i, a, 'read', 'blockwise');
  const rows = Sym.symbol('rows of a block', `${frame.module.path}#${i.id}`);
  const inner = state.clone();
  const part = callOne(
    c,
    frame,
    i,
    f,
    arrays.map((a) => block(a, axis, rows)),
    inner,
  );
  if (part.k !== 'array' || !part.shape || part.shape.includes(null)) {
    return part.k === 'unknown' ? part : c.unknown(frame, 'what a block gives is not known', i.span);
  }
  const shape = (part.shape as readonly Sym[]).map((d) => (d.equals(rows) ? whole : d));
  return result(c, frame, i, part, shape, dtypeOption(options, state), factOf(part, inner), state);
}

function arraysOf(v: Value, state: State): ArrayValue[] | null {
  if (v.k === 'array') return [v];
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  const items = cell?.t === 'list' ? [...(cell.items ?? [])] : [];
  return items.length > 0 && items.every((x) => x.k === 'array') ? items : null;
}

/** Arrays that broadcast are given whole or split by rules of their own: not followed. */
function sameRank(a: ArrayValue, b: ArrayValue): boolean {
  return (
    a.shape !== null && a.shape.length === b.shape?.length && a.shape.every((d, n) => d && b.shape?.[n]?.equals(d))
  );
}

function option(options: Value | undefined, name: string, state: State): Value | null {
  const cell =
    options?.k === 'object' && options.ids.length === 1 ? state.heap.get(options.ids[0] as number) : undefined;
  return cell?.t === 'record' ? (cell.fields.get(name) ?? null) : null;
}

function constantOption(options: Value | undefined, name: string, state: State): number | null {
  const v = option(options, name, state);
  return v ? constantOf(v) : null;
}

function dtypeOption(options: Value | undefined, state: State): DType | null {
  const v = option(options, 'dtype', state);
  return v?.k === 'str' && v.value !== null && isDType(v.value) ? v.value : null;
}

/** One block: the split axis has as many rows as a block happens to have. Blocks are C-ordered. */
function block(a: ArrayValue, axis: number, rows: Sym): ArrayValue {
  const shape = (a.shape ?? []).with(axis, rows) as readonly Sym[];
  return { ...a, shape, strides: strides(shape), owns: 'unknown', part: false, plan: null };
}

/** Strides of C-order. */
export function strides(shape: readonly Sym[]): Sym[] {
  const out: Sym[] = [];
  let step = Sym.of(1);
  for (const d of shape.toReversed()) {
    out.unshift(step);
    step = step.mul(d);
  }
  return out;
}

function result(
  c: Context,
  frame: Frame,
  i: Instr,
  part: ArrayValue,
  shape: readonly Sym[],
  dtype: DType | null,
  values: ReturnType<typeof factOf>,
  state: State,
): ArrayValue {
  const dtypes = dtype ? [dtype] : part.dtypes;
  const only = dtypes?.length === 1 ? (dtypes[0] as DType) : null;
  const { bytes } = blockCost(elementCount(shape), only ? DTYPE_INFO[only].bytes : null, 'pool');
  const kept = !dtype || fits(values, dtype) ? values : dtypeRange(dtype);
  const store = c.store(state, frame, i.id, 'blockwise', kept, bytes, false);
  state.take(bytes, null, c.reason(frame, 'what blockwise holds for one block depends on the block', i.span));
  return {
    ...part,
    cls: 'NDArray',
    dtypes,
    shape,
    strides: strides(shape),
    stores: [store],
    handle: c.handle(state, frame, i.id, 'blockwise'),
    owns: 'owns',
    part: false,
    storedItemBytes: null,
    backing: 'pool',
    why: null,
    plan: null,
  };
}

/** What comments tell (`bytelens: x is float32[1024, n]`): taken where nothing else is known, and checked where it is. */
import type { TypedArrayName } from 'bytelens/laws';
import type { State } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { type ArrayValue, NO_HANDLE, type Value } from '../domain/value.ts';
import { ANYTHING, dtypeRange, isDType } from '../domain/values.ts';
import type { HintedType, Instr } from '../ir/types.ts';
import { typedDType } from '../libraries/numpy-ts/outcome.ts';
import type { Context, Frame } from './context.ts';
import { num } from './numbers.ts';

type HintInstr = Instr & { op: 'hint' };
type HintedArray = HintedType & { kind: 'array' };

/** The value as the comment tells it; what is known to be otherwise stays, and that is noted. */
export function hinted(
  c: Context,
  frame: Frame,
  i: HintInstr,
  v: Value,
  sizes: readonly (Value | null)[],
  state: State,
): Value {
  const { said } = i.hint;
  const told = said.kind === 'number' ? hintedNumber(v, said.value) : hintedArray(c, frame, i, said, v, sizes, state);
  c.records.hinted(frame.module.path, i.hint, told === null ? v : null);
  c.records.note(c.records.told, frame.module.path, i.span, told ?? v, null);
  return told ?? v;
}

/** The number, or null where the value is known to be no such number. */
function hintedNumber(v: Value, value: number): Value | null {
  if (v.k === 'num') return v.fact.lo <= value && value <= v.fact.hi ? num(value) : null;
  return mayBe(v, 'num') ? num(value) : null;
}

/** Whether something may be of a kind: it is not known, or that is one of the things that it may be. */
function mayBe(v: Value, kind: Value['k']): boolean {
  return v.k === 'union' ? v.members.some((m) => mayBe(m, kind)) : v.k === 'unknown' || v.k === kind;
}

function hintedArray(
  c: Context,
  frame: Frame,
  i: HintInstr,
  said: HintedArray,
  v: Value,
  sizes: readonly (Value | null)[],
  state: State,
): Value | null {
  if (!mayBe(v, 'array')) return null;
  const axes = said.axes?.map((axis, n) => axisOf(frame, axis, sizes[n] ?? null)) ?? null;
  const members = v.k === 'union' ? v.members : [v];
  const arrays = members.filter((m) => m.k === 'array');
  const [a] = arrays;
  if (a && arrays.length === 1 && !members.some((m) => m.k === 'unknown')) return narrowed(a, said, axes);
  const fresh = outside(c, frame, i, said, axes, state);
  // It may be one of the arrays that the value leads to: which one is not known.
  return arrays.length > 0 || v.k === 'union' ? { ...fresh, stores: [] } : fresh;
}

function axisOf(frame: Frame, axis: number | string | null, size: Value | null): Sym | null {
  if (typeof axis === 'number') return Sym.of(axis);
  if (axis === null) return null;
  if (size?.k === 'num') return size.sym;
  return Sym.symbol(axis, `${frame.module.path}#hint ${frame.fn.index}@${frame.id}`);
}

/** A known array, with what was open filled in; null where the comment contradicts what is known. */
function narrowed(a: ArrayValue, said: HintedArray, axes: readonly (Sym | null)[] | null): ArrayValue | null {
  if (said.ctor ? a.library !== 'typed-array' || (a.ctor !== null && a.ctor !== said.ctor) : a.library !== 'numpy-ts')
    return null;
  const dtype = dtypeOf(said);
  if (dtype && a.dtypes && !a.dtypes.includes(dtype)) return null;
  if (axes && a.shape && axes.length !== a.shape.length) return null;
  const shape = axes?.map((axis, n) => both(axis, a.shape?.[n] ?? null)) ?? null;
  if (shape?.includes('differ')) return null;
  return {
    ...a,
    ctor: (said.ctor as TypedArrayName | null) ?? a.ctor,
    dtypes: dtype ? [dtype] : a.dtypes,
    shape: (shape as (Sym | null)[] | null) ?? a.shape,
    why: (shape ?? a.shape)?.every((axis) => axis !== null) && (dtype || a.dtypes?.length === 1) ? null : a.why,
    plan: null,
    told: 'comment',
  };
}

/** What is known of an axis where both tell of it: numbers that differ contradict each other. */
function both(said: Sym | null, known: Sym | null): Sym | null | 'differ' {
  if (!said || !known) return said ?? known;
  if (said.value !== null && known.value !== null && said.value !== known.value) return 'differ';
  return known.value === null ? said : known;
}

function dtypeOf(said: HintedArray) {
  if (said.ctor) return typedDType(said.ctor as TypedArrayName);
  return said.dtype !== null && isDType(said.dtype) ? said.dtype : null;
}

/** An array that comes from where nothing is seen. */
function outside(
  c: Context,
  frame: Frame,
  i: HintInstr,
  said: HintedArray,
  axes: readonly (Sym | null)[] | null,
  state: State,
): ArrayValue {
  const dtype = dtypeOf(said);
  const values = dtype ? dtypeRange(dtype) : ANYTHING;
  const typed = said.ctor !== null;
  const shape = axes ?? (typed ? [null] : null);
  return {
    k: 'array',
    library: typed ? 'typed-array' : 'numpy-ts',
    cls: 'NDArray',
    ctor: said.ctor as TypedArrayName | null,
    dtypes: dtype ? [dtype] : null,
    shape,
    strides: typed ? [Sym.of(1)] : null,
    stores: [c.store(state, frame, i.id, `told ${i.hint.variable}`, values, null, true)],
    handle: NO_HANDLE,
    owns: 'unknown',
    part: true,
    storedItemBytes: null,
    backing: typed ? 'js' : 'unknown',
    why: shape?.every((axis) => axis !== null)
      ? null
      : c.reason(frame, `the comment does not say the size of ${i.hint.variable}`, i.hint.span),
    plan: null,
    told: 'comment',
  };
}

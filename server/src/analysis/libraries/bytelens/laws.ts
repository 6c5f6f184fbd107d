/**
 * What laws of the core do not tell by themselves: executed calls see arrays that lie apart from each other, in the
 * pool, and are small.
 */
import type { ArgPath, Law } from 'bytelens/laws';
import type { State } from '../../domain/state.ts';
import type { Sym } from '../../domain/sym.ts';
import type { ArrayValue, Value } from '../../domain/value.ts';
import { reach } from '../../interp/arrays.ts';
import type { LibraryCall } from '../numpy-ts/call.ts';
import { CORE } from './names.ts';

/** Up to this many elements blocks are as large as the arrays themselves, with room for all operands. */
const ONE_BLOCK = 2048;

function arraysOf(args: readonly Value[], state: State): ArrayValue[] {
  const found: ArrayValue[] = [];
  for (const a of args) reach(a, state, (x) => found.push(x));
  return found;
}

const withoutTransient = (laws: readonly Law[]): Law[] => laws.map((law) => ({ ...law, transient: null }));

/**
 * The laws of a call, where arguments lie in shared memory or over each other; a sentence where they say nothing then.
 * numpy-ts copies shared arrays into the pool for its kernels, and makes its results there. `evaluate` makes its result
 * in shared memory where all of its arrays are there, and copies arrays that lie under `out` otherwise than exactly.
 */
export function withShared(call: LibraryCall, laws: readonly Law[], state: State): readonly Law[] | string {
  const arrays = arraysOf(call.args, state).filter((a) => a.library === 'numpy-ts');
  const shared = arrays.some((a) => a.backing === 'shared');
  if (call.module !== 'bytelens') {
    const computes = call.target.kind === 'function' || call.target.kind === 'method';
    return shared && computes ? withoutTransient(laws) : laws;
  }
  const open = shared || arrays.some((a) => a.backing === 'unknown');
  if (open && call.name === `${CORE}shared.asshared`) return 'whether it copies depends on where the array lies';
  const costs = shared || overlap(arrays) ? withoutTransient(laws) : laws;
  if (!open || call.name !== `${CORE}evaluate`) return costs;
  const places = new Set(arrays.map((a) => a.backing));
  if (places.has('pool') || places.has('js')) return costs;
  const { outcome } = costs[0] as Law;
  if (outcome.kind !== 'array' || outcome.storage.kind !== 'owns') return costs;
  if (places.size > 1 || !shared) return costs.map(somewhere);
  return costs.map((law) =>
    law.outcome.kind === 'array' ? { ...law, outcome: { ...law.outcome, backing: 'shared' } } : law,
  );
}

/** Where its result lies depends on arrays of which that is not known: how much it takes there is not known either. */
function somewhere(law: Law): Law {
  return law.outcome.kind === 'array'
    ? { ...law, outcome: { ...law.outcome, heldBytes: { unknown: 'depends on where the arrays lie' } } }
    : law;
}

/** Whether two of the arrays may lie over each other otherwise than exactly. */
function overlap(arrays: readonly ArrayValue[]): boolean {
  return arrays.some((a, n) => arrays.slice(n + 1).some((b) => mayOverlap(a, b) && !isSamePlace(a, b)));
}

function mayOverlap(a: ArrayValue, b: ArrayValue): boolean {
  if (a.stores.length === 0 || b.stores.length === 0) return true;
  return a.stores.some((id) => b.stores.includes(id));
}

/** Whether both are all of one memory, element by element. */
function isSamePlace(a: ArrayValue, b: ArrayValue): boolean {
  if (a.part || b.part || a.stores.length !== 1 || b.stores.length !== 1) return false;
  if (a.dtypes?.length !== 1 || b.dtypes?.length !== 1 || a.dtypes[0] !== b.dtypes[0]) return false;
  if (!a.shape || !b.shape || a.shape.length !== b.shape.length) return false;
  return a.shape.every((d, axis) => d && (b.shape?.[axis]?.equals(d) ?? false)) && sameStrides(a, b);
}

function sameStrides(a: ArrayValue, b: ArrayValue): boolean {
  return (a.strides && b.strides && a.strides.every((s, axis) => b.strides?.[axis]?.equals(s))) ?? false;
}

/** What is written whatever the numbers are: probed numbers need not have shown it. */
export function writtenByCore(call: LibraryCall, state: State): ArgPath[] {
  if (call.name.endsWith('.at')) return [[0]];
  return call.args.flatMap((a, n): ArgPath[] => {
    const cell = a.k === 'object' && a.ids.length === 1 ? state.heap.get(a.ids[0] as number) : undefined;
    return cell?.t === 'record' && cell.fields.get('out')?.k === 'array' ? [[n, 'out']] : [];
  });
}

/**
 * Whether what the core takes inside itself was found with arrays that are no larger than its blocks, and grows with
 * them: of larger arrays it takes a block, whose size is not told.
 */
export function worksInBlocks({ transient, outcome, how }: Law, args: readonly Value[], state: State): boolean {
  const inside = [...(transient?.pool ?? []), ...(transient?.dropped ?? [])];
  if (how === 'exact' || inside.every(({ items }) => typeof items === 'number' && items <= 1)) return false;
  const sizes = arraysOf(args, state).map((a) => elements(a.shape?.map((d) => d?.value ?? null) ?? [null]));
  if (outcome.kind === 'array') sizes.push(elements(outcome.shape.map((d) => (typeof d === 'number' ? d : null))));
  return sizes.some((n) => n === null || n > ONE_BLOCK);
}

/** More than all small arrays take that the core makes of which to ask numpy-ts for dtypes. */
const LOOK_UP_BYTES = 8192;

/** What may give bool inside an expression, and what on bool leaves small arrays behind. */
const GIVES_BOOL = /[<>=!~]|\b(not|and|or|bool|is\w+|logical_\w+|signbit)\b/;
const LEAVES_BEHIND = /%|\/\/|\*\*|<<|>>|\w\s*\(/;

/**
 * Whether arrays that the core makes for a moment may be the most that a call takes. It makes them when it first meets
 * an operation on some dtypes, and gives them back before the result is made. But numpy-ts 1.7 leaves small ones of its
 * own to the garbage collector: in `where` of numbers, and in many functions of bool.
 */
export function mayLookUp(kept: Sym, { name, args }: LibraryCall, state: State): boolean {
  if (kept.value === null || kept.value < LOOK_UP_BYTES) return true;
  const bool = arraysOf(args, state).some((a) => a.dtypes?.includes('bool') ?? true);
  if (name !== `${CORE}evaluate`) return bool;
  const [first] = args;
  const expression = first?.k === 'str' ? first.value : null;
  if (expression === null || /\bwhere\b/.test(expression)) return true;
  return (bool || GIVES_BOOL.test(expression)) && LEAVES_BEHIND.test(expression);
}

function elements(shape: readonly (number | null)[]): number | null {
  return shape.reduce<number | null>((size, d) => (size === null || d === null ? null : size * d), 1);
}

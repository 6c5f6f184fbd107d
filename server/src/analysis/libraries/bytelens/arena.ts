/**
 * `Arena`: what it hands out has the dtype and shape that it is asked for. What it takes for that is not told: it may use
 * memory again that was given back.
 */
import type { DType } from 'bytelens/laws';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { type ArrayValue, constantOf, NO_HANDLE, UNDEFINED, type Value } from '../../domain/value.ts';
import { dtypeRange, isDType } from '../../domain/values.ts';
import { event } from '../../interp/arrays.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { plainResult } from '../../interp/notes.ts';
import type { Instr } from '../../ir/types.ts';
import type { LibraryResult } from '../numpy-ts/call.ts';
import { strides } from './blockwise.ts';

/** An arena or a scope of one, as the analysis names it behind `bytelens.`. */
export const ARENA = 'arena';
export const ARENA_METHODS = /^arena\.(zeros|empty|copy|keep|release|scope|trim)$/;

const WHY = 'memory that an arena hands out may have been handed out before';

/** `new Arena()`, which takes nothing by itself. */
export function newArena(): Value {
  return { k: 'builtin', path: `bytelens.${ARENA}` };
}

export function callArena(
  c: Context,
  frame: Frame,
  i: Instr,
  name: string,
  [first = UNDEFINED, second = UNDEFINED]: readonly Value[],
  state: State,
): LibraryResult {
  switch (name) {
    case 'scope':
      return plainResult(newArena());
    case 'trim':
      return plainResult(UNDEFINED);
    case 'keep':
      return plainResult(first);
    case 'release':
      if (first.k === 'array') event(c, frame, i, first, 'observe', 'arena.release');
      return plainResult(UNDEFINED);
  }
  state.take(null, null, c.reason(frame, WHY, i.span));
  const lost = (): LibraryResult => plainResult(c.unknown(frame, 'what this arena is asked for is not known', i.span));
  if (name === 'copy') {
    if (first.k !== 'array' || !first.shape || first.shape.includes(null) || first.dtypes?.length !== 1) return lost();
    event(c, frame, i, first, 'observe', 'arena.copy');
    return plainResult(handedOut(c, frame, i, first.shape as readonly Sym[], first.dtypes[0] as DType, state));
  }
  const shape = sizesOf(first, state);
  const dtype = second.k === 'undefined' ? 'float64' : second.k === 'str' ? second.value : null;
  if (!shape || dtype === null || !isDType(dtype)) return lost();
  return plainResult(handedOut(c, frame, i, shape, dtype, state));
}

/** A shape given as a number or a list of numbers; null where one is not known. */
function sizesOf(v: Value, state: State): readonly Sym[] | null {
  if (v.k === 'num') {
    const size = sizeOf(v);
    return size && [size];
  }
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  if (cell?.t !== 'list' || !cell.items) return null;
  const sizes = cell.items.map((x) => (x.k === 'num' ? sizeOf(x) : null));
  return sizes.includes(null) ? null : (sizes as Sym[]);
}

function sizeOf(v: Value & { k: 'num' }): Sym | null {
  const n = constantOf(v);
  return n === null ? v.sym : Number.isSafeInteger(n) && n >= 0 ? Sym.of(n) : null;
}

function handedOut(c: Context, frame: Frame, i: Instr, shape: readonly Sym[], dtype: DType, state: State): ArrayValue {
  return {
    k: 'array',
    library: 'numpy-ts',
    cls: 'NDArray',
    ctor: null,
    dtypes: [dtype],
    shape,
    strides: strides(shape),
    stores: [c.store(state, frame, i.id, 'arena', dtypeRange(dtype), null, false)],
    handle: NO_HANDLE,
    owns: 'unknown',
    part: false,
    storedItemBytes: null,
    backing: 'unknown',
    why: null,
    plan: null,
  };
}

/**
 * Functions that cannot be executed for a law, because they run the program's own code or read its buffers. By their
 * definition they make an array as `empty` does, whose law is asked in their place, and fill it.
 */
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { numberOf, str, UNDEFINED, type Value } from '../../domain/value.ts';
import { ANYTHING, DTYPE_INFO, isDType } from '../../domain/values.ts';
import { escapeValue, event } from '../../interp/arrays.ts';
import type { Context, Frame, Where } from '../../interp/context.ts';
import { num } from '../../interp/numbers.ts';
import { bufferOf } from '../typed-array/construct.ts';
import type { LibraryCall } from './call.ts';

/** The arguments for `empty`, or null where the call is none of these. What it runs and reads is noted. */
export function madeLike(
  c: Context,
  frame: Frame,
  at: Where,
  call: LibraryCall,
  state: State,
): readonly [shape: Value, dtype: Value] | null {
  if (call.target.kind !== 'function') return null;
  const [first = UNDEFINED, second = UNDEFINED, third = UNDEFINED, fourth = UNDEFINED] = call.args;
  switch (call.name) {
    case 'fromfunction': {
      if (first.k !== 'fn') return null;
      escapeValue(c, frame, at, first, state, 'fromfunction');
      return [second, orDefault(third)];
    }
    case 'fromiter': {
      const cell = first.k === 'object' && first.ids.length === 1 ? state.heap.get(first.ids[0] as number) : undefined;
      if (cell?.t !== 'list' || (third.k !== 'undefined' && !isMinusOne(third))) return null;
      return [sized(c, frame, at, cell.length, state), orDefault(second)];
    }
    case 'frombuffer': {
      const count = elementsOf(c, frame, at, first, orDefault(second), third, fourth, state);
      return count === null ? null : [sized(c, frame, at, count.size, state), orDefault(second)];
    }
    default:
      return null;
  }
}

function orDefault(dtype: Value): Value {
  return dtype.k === 'undefined' ? str('float64') : dtype;
}

function isMinusOne(v: Value): boolean {
  return v.k === 'num' && v.fact.lo === -1 && v.fact.hi === -1;
}

/** The list that is the shape of one axis; a size that is not known is a number of which nothing is known. */
function sized(c: Context, frame: Frame, at: Where, size: Sym | null, state: State): Value {
  const axis = size ? numberOf({ ...ANYTHING, lo: 0, integral: true, finite: true }, size) : null;
  const known = size?.value ?? null;
  const item = known !== null ? num(known) : (axis ?? numberOf({ ...ANYTHING, lo: 0, integral: true, finite: true }));
  return c.list(state, frame, at.id, [item], Sym.of(1));
}

/** How many elements `frombuffer(source, dtype, count, offset)` reads; null where that is not what it is for. */
function elementsOf(
  c: Context,
  frame: Frame,
  at: Where,
  source: Value,
  dtype: Value,
  count: Value,
  offset: Value,
  state: State,
): { readonly size: Sym | null } | null {
  const skipped = offset.k === 'undefined' ? Sym.of(0) : offset.k === 'num' ? offset.sym : null;
  const all = count.k === 'undefined' || isMinusOne(count);
  if (!all && count.k !== 'num') return null;
  const asked = !all && count.k === 'num' ? count.sym : null;
  const bytes = bufferOf(source, state);
  const array = source.k === 'array' && source.library === 'typed-array' ? source : bytes;
  if (!array || dtype.k !== 'str' || dtype.value === null || !isDType(dtype.value)) return null;
  // Over the library's own pool it makes no copy.
  if (array.owns !== 'owns') return null;
  event(c, frame, at, array, 'read', 'frombuffer');
  if (!all) return { size: asked };
  const whole = array.shape?.[0] ?? null;
  if (!whole || !skipped) return { size: null };
  const rest = whole.sub(skipped);
  return { size: bytes ? rest.floordiv(Sym.of(DTYPE_INFO[dtype.value].bytes)) : rest };
}

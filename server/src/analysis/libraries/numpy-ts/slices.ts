/**
 * Slices with bounds of arrays whose sizes are symbols. A law stands for sizes that are large enough; where a slice ends
 * in a smaller array is another matter, and a plain number would be wrong there.
 */
import type { Reason } from '../../api.ts';
import { Sym } from '../../domain/sym.ts';
import { type ArrayValue, str, type Value } from '../../domain/value.ts';
import { startsPastTheEnd } from './quirks.ts';

/** Whether `slice`, given an array and ranges, reads memory outside of it, or may do so. */
export function readsPastTheEnd([array, ...ranges]: readonly Value[]): boolean {
  const sizes = array?.k === 'array' ? array.shape : null;
  return ranges.some((r, axis) => r.k === 'str' && r.value && startsPastTheEnd(r.value, sizes?.[axis]?.value ?? null));
}

/** The ranges of a slice, with those that vary and lie within their axis wherever they begin as one of them. */
export function withinAxes(args: readonly Value[]): readonly Value[] {
  const [receiver, ...ranges] = args;
  if (receiver?.k !== 'array' || !ranges.some((r) => r.k === 'str' && r.window)) return args;
  const fixed = ranges.map((r, axis) => {
    const size = receiver.shape?.[axis]?.value ?? null;
    if (r.k !== 'str' || !r.window || size === null) return r;
    const { lo, hi, length } = r.window;
    return lo >= 0 && hi + length <= size ? str(`${lo}:${lo + length}`) : r;
  });
  return [receiver, ...fixed];
}

/** Of a slice whose ranges may reach beyond their axes: how long they are at most. */
export function atMostWindows(value: Value, args: readonly Value[]): Value {
  const [receiver, ...ranges] = args;
  if (value.k !== 'array' || receiver?.k !== 'array' || !value.shape?.includes(null)) return value;
  const kept = ranges.every((r) => r.k === 'str' && (r.window || (r.value?.includes(':') ?? false)));
  if (!kept || value.shape.length !== receiver.shape?.length) return value;
  const most = value.shape.map((d, axis) => {
    const r = ranges[axis];
    const window = r?.k === 'str' ? r.window : undefined;
    return d === null && window ? Sym.of(window.length) : (value.most?.[axis] ?? null);
  });
  return most.some((m) => m !== null) ? { ...value, most } : value;
}

/** The result of a slice without the numbers that only hold where the array is long enough. */
export function withoutClipped(value: Value, args: readonly Value[], why: Reason): Value {
  const [receiver, ...ranges] = args;
  if (value.k !== 'array' || receiver?.k !== 'array' || !value.shape || !receiver.shape) return value;
  const open = receiver.shape.map((d) => d?.value == null);
  if (!open.includes(true)) return value;
  const shape = value.shape.map((d, axis) => (d && clipped(d, axis, receiver, ranges, open) ? null : d));
  return shape.includes(null) ? { ...value, shape, why: value.why ?? why } : value;
}

function clipped(
  d: Sym,
  axis: number,
  receiver: ArrayValue,
  ranges: readonly Value[],
  open: readonly boolean[],
): boolean {
  if (d.value === null) return false;
  // Where no range drops its axis, the axes of the result are those of the array.
  const kept = ranges.every((r) => r.k === 'str' && (r.value?.includes(':') ?? false));
  if (kept) return open[axis] === true && ranges[axis] !== undefined;
  return !receiver.shape?.some((x) => x?.value === d.value);
}

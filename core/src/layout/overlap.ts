/**
 * Whether two arrays share memory, exactly.
 *
 * Two strided arrays share a byte if there are indices with `start1 + Σ stride·index + byte = start2 + Σ stride·index +
 * byte`: an equation in bounded integers. It is solved by choosing index after index, largest stride first, as far as
 * what is left can still be reached by the smaller ones (their greatest common divisor and their greatest sum bound it).
 * That is the equation of NumPy's `shares_memory`; its solution can take exponential time, so there is a limit of steps.
 */
import { infoOf } from '../dtypes/table.ts';
import { byteBounds, type View } from './view.ts';

export type Overlap = 'none' | 'some' | 'unknown';

/** Steps after which the answer is `unknown`. Arrays that come from slicing need a few dozen. */
const MOST_STEPS = 1_000_000;

interface Term {
  /** Bytes from one index to the next, positive. */
  readonly stride: number;
  /** The greatest index. */
  readonly last: number;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** `x` with `a·x ≡ b (mod m)` for coprime `a` and `m`: extended Euclid. */
function solveCongruence(a: number, b: number, m: number): number {
  if (m === 1) return 0;
  let [r0, r1, s0, s1] = [m, ((a % m) + m) % m, 0, 1];
  while (r1 !== 0) {
    const q = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  const product = BigInt(((s0 % m) + m) % m) * BigInt(((b % m) + m) % m);
  return Number(product % BigInt(m));
}

/** Whether `Σ stride·index = target` for indices from 0 to `last`; null where that takes too many steps. */
export function solvable(terms: readonly Term[], target: number, mostSteps: number = MOST_STEPS): boolean | null {
  const merged = new Map<number, number>();
  for (const { stride, last } of terms) {
    if (stride > 0 && last > 0) merged.set(stride, (merged.get(stride) ?? 0) + last);
  }
  const sorted = [...merged].map(([stride, last]) => ({ stride, last })).sort((a, b) => b.stride - a.stride);
  // For what is left from each place on: the greatest sum, and the divisor of all sums.
  const sums = new Array<number>(sorted.length + 1).fill(0);
  const divisors = new Array<number>(sorted.length + 1).fill(0);
  for (let place = sorted.length - 1; place >= 0; place--) {
    const { stride, last } = sorted[place] as Term;
    sums[place] = (sums[place + 1] as number) + stride * last;
    divisors[place] = gcd(stride, divisors[place + 1] as number);
  }
  let steps = 0;
  const search = (place: number, rest: number): boolean | null => {
    if (rest === 0) return true;
    if (rest < 0 || rest > (sums[place] as number) || rest % (divisors[place] as number) !== 0) return false;
    const { stride, last } = sorted[place] as Term;
    const lower = Math.max(0, Math.ceil((rest - (sums[place + 1] as number)) / stride));
    const upper = Math.min(last, Math.floor(rest / stride));
    const below = divisors[place + 1] as number;
    if (below === 0) return rest % stride === 0 && rest / stride <= last;
    // Only indices that leave a multiple of what the smaller strides can make.
    const common = gcd(stride, below);
    const period = below / common;
    const first = solveCongruence(stride / common, rest / common, period);
    let index = first + Math.max(0, Math.ceil((lower - first) / period)) * period;
    for (; index <= upper; index += period) {
      if (++steps > mostSteps) return null;
      const found = search(place + 1, rest - index * stride);
      if (found !== false) return found;
    }
    return false;
  };
  return search(0, target);
}

function termsOf(view: View, bytes: number): Term[] {
  return view.shape.map((size, axis) => ({ stride: Math.abs((view.strides[axis] ?? 0) * bytes), last: size - 1 }));
}

/** Whether the two have a byte in common. */
export function overlapOf(a: View, b: View, mostSteps: number = MOST_STEPS): Overlap {
  if (a.data.buffer !== b.data.buffer) return 'none';
  const first = byteBounds(a);
  const second = byteBounds(b);
  if (first === null || second === null || first.end <= second.start || second.end <= first.start) return 'none';
  const width = (view: View): number => infoOf(view.dtype).width * view.data.BYTES_PER_ELEMENT;
  const [wide, narrow] = [width(a), width(b)];
  // Indices of `b` are counted down from its last byte, so that all terms are positive.
  const terms = [
    ...termsOf(a, wide),
    ...termsOf(b, narrow),
    { stride: 1, last: wide - 1 },
    { stride: 1, last: narrow - 1 },
  ];
  const found = solvable(terms, second.end - 1 - first.start, mostSteps);
  return found === null ? 'unknown' : found ? 'some' : 'none';
}

/** Whether two indices of the same view name the same element (as after `broadcast_to`). */
export function overlapsItself(view: View): boolean {
  if (view.shape.includes(0)) return false;
  const axes = view.shape
    .map((size, axis) => ({ last: size - 1, stride: Math.abs(view.strides[axis] ?? 0) }))
    .filter(({ last }) => last > 0)
    .sort((a, b) => a.stride - b.stride);
  let reach = 0;
  for (const { last, stride } of axes) {
    // Nested strides (each longer than all that is within it) are what slicing and reshaping make.
    if (stride <= reach) return !distinct(axes);
    reach += stride * last;
  }
  return false;
}

/** Two equal sums `Σ stride·index` with different indices: some difference of indices gives 0. */
function distinct(axes: readonly Term[]): boolean {
  // Σ stride·(d + last) = Σ stride·last with d from -last to last, not all of them 0: try each axis as the first with d > 0.
  for (const [place, axis] of axes.entries()) {
    const others = axes.slice(place + 1);
    const target = others.reduce((sum, { stride, last }) => sum + stride * last, 0);
    const terms = [
      { stride: axis.stride, last: axis.last - 1 },
      ...others.map(({ stride, last }) => ({ stride, last: 2 * last })),
    ];
    // d of this axis is at least 1: its stride is taken once beforehand.
    if (solvable(terms, target - axis.stride) !== false) return false;
  }
  return true;
}

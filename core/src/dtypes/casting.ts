/**
 * Which conversions a casting rule of NumPy allows. (numpy-ts 1.7.0's own `can_cast` takes int32 to uint64 for safe, and
 * any integer for one of the same kind as any other.)
 */
import { type DType, type DTypeInfo, infoOf } from './table.ts';

export const CASTINGS = ['no', 'equiv', 'safe', 'same_kind', 'unsafe'] as const;
/** `safe`: no value changes, but 64-bit integers become float64; `same_kind`: also to less bits of a kind. */
export type Casting = (typeof CASTINGS)[number];

const KINDS = 'buifc';

/** Whether all values of one dtype are values of the other; of int64 and uint64, NumPy says so of float64. */
function isSafe(from: DTypeInfo, to: DTypeInfo): boolean {
  if (from.name === to.name || from.kind === 'b') return true;
  const bits = 8 * from.itemBytes;
  const toBits = 8 * (to.itemBytes / to.width);
  switch (to.kind) {
    case 'b':
      return false;
    case 'u':
      return from.kind === 'u' && toBits >= bits;
    case 'i':
      return from.kind === 'i' ? toBits >= bits : from.kind === 'u' && toBits > bits;
    default:
      if (from.kind === 'c') return to.kind === 'c' && to.itemBytes >= from.itemBytes;
      if (from.kind === 'f') return toBits >= bits;
      // Integers need a float with twice their bits; the widest will do for the widest.
      return toBits >= Math.min(64, 2 * bits);
  }
}

/** NumPy's `can_cast` for dtypes. */
export function canCast(from: DType, to: DType, casting: Casting): boolean {
  if (casting === 'unsafe' || from === to) return true;
  if (casting === 'no' || casting === 'equiv') return false;
  const [source, target] = [infoOf(from), infoOf(to)];
  if (isSafe(source, target)) return true;
  return casting === 'same_kind' && KINDS.indexOf(source.kind) <= KINDS.indexOf(target.kind);
}

/** Whether a dtype holds a single value exactly. */
import { type DType, infoOf, type TypedArray } from './table.ts';

/**
 * Whether an element of `dtype` can be exactly `value`: an integer in range; a float that is not rounded; NaN and the
 * infinities in floating point only. -0 counts as 0, which integers hold. A complex number needs a complex dtype unless
 * its imaginary part is 0. True and False are 1 and 0.
 */
export function holds(dtype: DType, value: unknown): boolean {
  const info = infoOf(dtype);
  if (typeof value === 'boolean') return true;
  if (typeof value === 'bigint') {
    if (info.kind === 'f' || info.kind === 'c') {
      const number = Number(value);
      return Number.isFinite(number) && BigInt(number) === value && floatHolds(dtype, number);
    }
    return value >= BigInt(info.min) && value <= BigInt(info.max);
  }
  if (typeof value === 'number') {
    if (info.kind === 'f' || info.kind === 'c') return floatHolds(dtype, value);
    if (!Number.isInteger(value)) return false;
    return info.bigint ? holds(dtype, BigInt(value)) : value >= (info.min as number) && value <= (info.max as number);
  }
  const { re, im } = value as { re?: unknown; im?: unknown };
  if (typeof re !== 'number' || typeof im !== 'number') return false;
  if (info.kind === 'c') return floatHolds(dtype, re) && floatHolds(dtype, im);
  return im === 0 && holds(dtype, re);
}

const cells = new Map<DType, TypedArray>();

function floatHolds(dtype: DType, value: number): boolean {
  const info = infoOf(dtype);
  if (Number.isNaN(value)) return true;
  // Without native float16 the cell would be wider than the dtype.
  if (Math.abs(value) > (info.max as number)) return Math.abs(value) === Number.POSITIVE_INFINITY;
  if (info.kind === 'f' && info.storedItemBytes !== info.itemBytes) return halfHolds(value);
  let cell = cells.get(dtype) as Float64Array | undefined;
  if (cell === undefined) {
    cell = new info.Array(1) as Float64Array;
    cells.set(dtype, cell);
  }
  cell[0] = value;
  return cell[0] === value;
}

/** IEEE 754 binary16: a multiple of 2⁻²⁴, with 11 significant bits. */
function halfHolds(value: number): boolean {
  if (value === 0) return true;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(value))));
  return Number.isInteger(value / 2 ** (exponent - 10));
}

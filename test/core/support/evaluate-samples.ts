/** Arrays for the tests of `evaluate`: every dtype, with the values at which things go wrong. */
import * as numpy from 'numpy-ts';
import type { Random } from './random.ts';

export const REAL = [
  ...(['bool', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64'] as const),
  ...(['float16', 'float32', 'float64'] as const),
] as const;
export type RealDType = (typeof REAL)[number];

const FLOATS = [
  0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, 2, 3.75, -7.25, 10, 100.5, -33, 0.001, 1e-7, 12345.678, 3e9, -3e9, 1e20,
];
const SPECIAL = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];

function integers(dtype: RealDType): bigint[] {
  const bits = BigInt(dtype.replace(/\D/g, ''));
  const unsigned = dtype[0] === 'u';
  const most = (1n << (unsigned ? bits : bits - 1n)) - 1n;
  const common = [0n, 1n, 2n, 3n, 5n, 7n, 33n, 64n, most];
  return unsigned ? [...common, 9n, 100n, most - 1n] : [...common, -most - 1n, -most, -1n, -7n];
}

/** What elements of a dtype are picked from. */
export function edges(dtype: RealDType, special = true): (number | bigint)[] {
  if (dtype === 'bool') return [0, 1];
  if (dtype.startsWith('float')) return special ? [...FLOATS, ...SPECIAL] : FLOATS;
  return dtype.endsWith('64') ? integers(dtype) : integers(dtype).map(Number);
}

export function sample(random: Random, dtype: RealDType, size: number, from = edges(dtype)): numpy.NDArray {
  return numpy.array(Array.from({ length: size }, () => random.pick(from)) as number[], dtype) as numpy.NDArray;
}

/** Small numbers, on which numpy-ts and NumPy agree about nearly everything. */
export function mild(random: Random, dtype: RealDType, size: number): numpy.NDArray {
  const value = () => {
    if (dtype === 'bool') return random.below(2);
    if (dtype.startsWith('float')) return random.below(64) / 16 + 0.125;
    const whole = random.below(6) + 1;
    return dtype.endsWith('64') ? BigInt(whole) : whole;
  };
  return numpy.array(Array.from({ length: size }, value) as number[], dtype) as numpy.NDArray;
}

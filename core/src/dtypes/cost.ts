/** What dtypes cost in bytes. */
import type { NDArrayCore } from 'numpy-ts';
import { BytelensError, valueText } from '../errors.ts';
import { type AnyTypedArray, product, viewOf } from '../layout/view.ts';
import { poolClassBytes } from '../measure/pool.ts';
import { type DType, dtypeTable, isDType } from './table.ts';

export interface ByteCost {
  readonly dtype: DType;
  /** Bytes of one element, as `itemsize` says. */
  readonly itemBytes: number;
  /** Elements times that: `nbytes`. */
  readonly bytes: number;
  /** What the elements take in memory: float16 is held in 4 bytes where the runtime has no `Float16Array`. */
  readonly storedBytes: number;
  /** What a new array takes of numpy-ts's pool: the next power of two, and a header. */
  readonly poolBytes: number;
}

/**
 * What an array of a shape costs in a dtype, or in each dtype where none is named, in bytes.
 *
 * @param shape a shape, a number of elements, or an array whose shape is meant
 */
export function byteCost(shape: number | readonly number[] | NDArrayCore | AnyTypedArray, dtype: DType): ByteCost;
export function byteCost(shape: number | readonly number[] | NDArrayCore | AnyTypedArray): ByteCost[];
export function byteCost(
  shape: number | readonly number[] | NDArrayCore | AnyTypedArray,
  dtype?: DType,
): ByteCost | ByteCost[] {
  const sizes: unknown = typeof shape === 'number' ? [shape] : (viewOf(shape)?.shape ?? shape);
  if (!Array.isArray(sizes) || !sizes.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new BytelensError('byteCost', 'shape', 'sizes that are integers from 0', valueText(shape));
  }
  const elements = product(sizes as number[]);
  const costs = [...dtypeTable().values()].map((info): ByteCost => {
    const storedBytes = elements * info.storedItemBytes;
    return {
      dtype: info.name,
      itemBytes: info.itemBytes,
      bytes: elements * info.itemBytes,
      storedBytes,
      poolBytes: poolClassBytes(storedBytes),
    };
  });
  if (dtype === undefined) return costs;
  if (!isDType(dtype)) {
    throw new BytelensError('byteCost', 'dtype', 'a dtype of numpy-ts', valueText(dtype));
  }
  return costs.find((cost) => cost.dtype === dtype) as ByteCost;
}

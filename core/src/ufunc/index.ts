/** NumPy's ufuncs, their methods and `out`, for numpy-ts's element-wise functions. */

export type { Casting } from '../dtypes/casting.ts';
export type { Indices } from './at.ts';
export type { ElementwiseOptions } from './elementwise.ts';
export { UfuncError } from './errors.ts';
export type { Operand, Out, Where } from './operand.ts';
export {
  type AccumulateOptions,
  type BinaryUfunc,
  type Reduced,
  type ReduceOptions,
  type Ufuncs,
  type UnaryUfunc,
  ufunc,
} from './ufunc.ts';

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
export const kernel = np.eye(4, 4, 0, 'float32');
export function apply(x: np.NDArray) { return x.matmul(kernel); }
export { normalise as norm } from './new-15-lib.ts';

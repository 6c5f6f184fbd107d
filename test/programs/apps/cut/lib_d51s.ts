import * as np from 'numpy-ts';
export const s: any = { a: np.zeros([3]) };

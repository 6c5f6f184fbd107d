import * as np from 'numpy-ts';

const internal = np.linspace(0, 1, 80_000);
export const table = internal.copy();
export const flat = internal.flatten();
console.log(Number(np.sum(internal)).toFixed(3));

import * as np from 'numpy-ts';
let s: any = np.zeros([3]);
export let size = 3;
export const set = (n: number) => { size = n; };
queueMicrotask(() => { s = np.zeros([size]); });
export const get = () => s;
set(9);

import * as np from 'numpy-ts';
let s: any = np.zeros([3]);
let size = 3;
setTimeout(() => { s = np.zeros([size]); }, 0);
size = 9;
export const get = () => s;

import * as np from 'numpy-ts';
export let s: any = np.zeros([3]);
let size = 3;
export async function start() { await null; s = np.zeros([size]); }
start();
size = 9;

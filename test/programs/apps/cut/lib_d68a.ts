import * as np from 'numpy-ts';
export let s: any = np.zeros([3]);
async function task() { await null; s = np.ones([5]); }
task();

import * as np from 'numpy-ts';
export let s: any = np.zeros([3]);
setTimeout(() => { s = np.ones([9]); }, 0);

import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
setTimeout(() => { state = np.zeros([size]); }, 0);
size = 9;
await import('node:fs').then(() => new Promise((r) => setTimeout(r, 9)));
console.log(state.copy().shape);

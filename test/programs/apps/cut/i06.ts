import * as np from 'numpy-ts';
process.exit = (() => {}) as any;
let state: any = np.zeros([3]);
if (process.argv.length > 0) { state = np.ones([5]); process.exit(1); }
console.log(state.copy().shape);

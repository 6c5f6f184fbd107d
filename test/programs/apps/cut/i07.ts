import * as np from 'numpy-ts';
process.exit = (() => { throw new Error('exit'); }) as any;
let state: any = np.zeros([3]);
try { state = np.ones([5]); process.exit(1); } catch { }
console.log(state.copy().shape);

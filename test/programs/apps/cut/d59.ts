import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
process.once('warning', () => { state = np.ones([5]); });
process.emitWarning('w');
await new Promise((r) => setImmediate(r));
console.log(state.copy().shape);

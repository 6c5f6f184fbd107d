import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
Promise.resolve().then(() => { state = np.ones([5]); });
for await (const x of [1]) { }
console.log(state.copy().shape);

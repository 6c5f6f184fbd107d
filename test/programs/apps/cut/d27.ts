import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
Promise.resolve().then(() => { state = np.ones([5]); });
const o = { [await 'k']() { return 1; } };
console.log(state.copy().shape);

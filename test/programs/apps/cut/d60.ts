import * as np from 'numpy-ts';
import { createHook } from 'node:async_hooks';
let state: any = np.zeros([3]);
createHook({ init() { state = np.ones([5]); } }).enable();
setTimeout(() => 1, 1);
console.log(state.copy().shape);

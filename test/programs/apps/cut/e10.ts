import { createHook } from 'node:async_hooks';
import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
createHook({ init() { state = np.zeros([size]); } }).enable();
size = 9;
setTimeout(() => 1, 1);
console.log(state.copy().shape);

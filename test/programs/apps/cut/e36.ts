import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
queueMicrotask(() => { state = np.zeros([size]); });
size = 9;
import 'node:fs';
for await (const [x] of [[1]]) { if (x) break; }
console.log(state.copy().shape);

import * as np from 'numpy-ts';
import { setTimeout as sleep } from 'node:timers/promises';
let state: any = np.zeros([3]);
setTimeout(() => { state = np.ones([5]); }, 1);
for (const x of [1]) { if (x) await sleep(20); }
console.log(state.copy().shape);

import * as np from 'numpy-ts';
const m = new Map([['a', 1], ['b', 2], ['c', 3]]);
const k = m.keys();
for (const x of k) break;
const rest = [...k];
console.log(np.zeros([rest.length]).shape);

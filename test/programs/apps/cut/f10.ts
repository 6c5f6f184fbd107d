import * as np from 'numpy-ts';
let M: any;
M = Math;
M.round = () => 1000.5;
const a = np.zeros([400000]);
a.set([3], Math.round(0.2));
console.log(Number(np.max(a)));

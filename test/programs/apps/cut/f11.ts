import * as np from 'numpy-ts';
let M: any;
M = Math;
M.random = () => 1000.5;
const n = np.array(Array.from({ length: 100000 }, () => Math.floor(Math.random() * 2)));
console.log(Number(np.max(n)), n.dtype);
const a = np.zeros([400000]);
for (let i = 0; i < 400000; i++) a.set([i], Math.floor(Math.random() * 2));
console.log(Number(np.max(a)));

import * as np from 'numpy-ts';

const a = np.ones([300, 300]);
const b = a.copy();
console.log(np.shares_memory(a, b), a === b, Number(np.sum(b)));

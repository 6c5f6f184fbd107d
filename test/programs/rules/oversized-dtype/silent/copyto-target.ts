import * as np from 'numpy-ts';

const target = np.zeros([90000]);
const source = np.linspace(0, 1, 90000);
np.copyto(target, source);
console.log(Number(np.sum(target)).toFixed(6));

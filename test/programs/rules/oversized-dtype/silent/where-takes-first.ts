import * as np from 'numpy-ts';

const values = np.linspace(-1, 1, 90000);
const nothing = np.zeros([90000]);
const positive = np.where(np.less(values, 0), nothing, values) as np.NDArray;
console.log(Number(np.sum(positive)).toFixed(6));

import * as np from 'numpy-ts';

const point = np.array([1, 2, 3]);
const same = point.copy();
const flat = np.ones([10, 10]).flatten();
console.log(same.tolist(), flat.size);

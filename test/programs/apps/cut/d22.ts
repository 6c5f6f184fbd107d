import * as np from 'numpy-ts';
(np.NDArray.prototype as any).copy = function () { return np.ones([7]); };
console.log(np.zeros([3]).copy().shape);

import * as np from 'numpy-ts';

// The constructors that every tutorial starts with.
const zeros = np.zeros([2, 3]);
const ones = np.ones([4]);
const filled = np.full([2, 2], 7);
const filledFloat = np.full([2, 2], 7.5);
const flags = np.full([3], true);
const eye = np.eye(3);
const wide = np.eye(3, 5, 1);
const id = np.identity(4);
const empty = np.empty([10, 10]);

console.log(zeros.shape, ones.dtype, filled.dtype, filledFloat.dtype, flags.dtype);
console.log(eye.nbytes, wide.shape, id.size, empty.nbytes);

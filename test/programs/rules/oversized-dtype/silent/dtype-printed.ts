import * as np from 'numpy-ts';

const zeros = np.zeros([512, 512]);
console.log(zeros.dtype, zeros.nbytes);

import * as np from 'numpy-ts';

const exponents = np.zeros([400, 400], 'int16');
// expect: upcasting-call <<np.exp(exponents)>>
const growth = np.exp(exponents);
console.log(Number(np.sum(growth)), Number(np.sum(exponents)));

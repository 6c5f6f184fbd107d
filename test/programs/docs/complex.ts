import * as np from 'numpy-ts';

const z = np.array([new np.Complex(1, 2), new np.Complex(3, -4)]);
const real = np.real(z);
const imaginary = np.imag(z);
const size = np.absolute(z);
const phase = np.angle(z);
const conjugate = np.conj(z);
const product = z.multiply(conjugate);
const sum = np.sum(z) as np.Complex;
const zeros = np.zeros([10], 'complex64');
const mixed = np.add(zeros, np.ones([10], 'float32'));

console.log(z.dtype, z.nbytes, real.dtype, imaginary.tolist(), size.tolist(), phase.dtype);
console.log(product.dtype, sum.re, sum.im, zeros.nbytes, mixed.dtype);

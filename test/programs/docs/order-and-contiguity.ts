import * as np from 'numpy-ts';

const c = np.ones([200, 300], 'float32');
const f = c.T;
const compact = np.ascontiguousarray(f);
const fortran = np.asfortranarray(c);
const window = c.slice('10:20');
const columns = c.slice(':', '10:20');
const flatF = f.ravel();
const flatC = c.ravel();
const reshaped = f.reshape(600, 100);
const doubled = f.multiply(2);
const copied = f.copy();

for (const x of [c, f, compact, fortran, window, columns, flatF, flatC, reshaped, doubled, copied]) {
  console.log(x.shape.join('x'), x.strides.join(','), x.flags.C_CONTIGUOUS, x.flags.F_CONTIGUOUS);
}

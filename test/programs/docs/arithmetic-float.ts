import * as np from 'numpy-ts';

const N = 5000;
const x = np.linspace(0, 2 * Math.PI, N);
const y = np.sin(x);
const z = np.cos(x);
const one = y.multiply(y).add(z.multiply(z));
const h = np.hypot(y, z);
const angle = np.arctan2(y, z);
const e = np.exp(x.multiply(-1));
const l = np.log1p(e);
const f32 = x.astype('float32');
const s32 = np.sqrt(f32);

console.log(np.allclose(one, 1), h.nbytes, angle.dtype, l.shape, s32.dtype, s32.nbytes);

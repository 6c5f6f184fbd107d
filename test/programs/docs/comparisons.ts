import * as np from 'numpy-ts';

const a = np.arange(10000).reshape(100, 100);
const b = a.T;
const equal = np.equal(a, b);
const less = a.less(b);
const close = np.isclose(a, b.add(1e-12));
const same = np.array_equal(a, b);
const finite = np.isfinite(a);
const max = np.maximum(a, b);
const min = np.minimum(a, 50);
const sign = np.signbit(a);
const upper = np.where(less, a, b) as np.NDArray;

console.log(equal.dtype, equal.nbytes, close.shape, same, finite.dtype, max.dtype, min.shape, sign.dtype, upper.nbytes);

import * as np from 'numpy-ts';

const a = np.arange(12).reshape(3, 4);
const b = np.arange(20).reshape(4, 5);
const c = np.matmul(a, b);
const d = a.matmul(b);
const v = np.array([1, 2, 3, 4]);
const av = np.dot(a, v) as np.NDArray;
const vv = np.dot(v, v);
const outer = np.outer(v, np.arange(3));
const inner = np.inner(a, np.ones([2, 4])) as np.NDArray;
const kron = np.kron(np.eye(2), np.ones([2, 2]));
const cross = np.cross(np.array([1, 0, 0]), np.array([0, 1, 0])) as np.NDArray;
const batch = np.matmul(np.ones([10, 3, 4]), np.ones([10, 4, 2]));

console.log(c.shape, d.nbytes, av.shape, vv, outer.shape, inner.shape, kron.shape, cross.tolist(), batch.shape);

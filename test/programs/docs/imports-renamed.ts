import { add as plus, array as nd, concatenate as join, type NDArray, zeros as allocate, linalg as la } from 'numpy-ts';

const a: NDArray = nd([1, 2, 3]);
const b: NDArray = nd([4, 5, 6]);
const c = plus(a, b);
const d = join([a, b, c]);
const e = allocate([d.size, 2], 'float32');
const n = la.norm(c);
const alias = plus;
const f = alias(e, e);

console.log(c.tolist(), d.shape, e.nbytes, n, f.dtype, f.shape);

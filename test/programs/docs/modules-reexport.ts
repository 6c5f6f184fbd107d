import { arange, array, full, join, type NDArray, zeros } from './lib/numeric.ts';

const a: NDArray = arange(6);
const b = array([1, 2, 3], 'int32');
const c = join([a, a]);
const d = zeros([10, 10], 'bool');
const e = full.linspace(0, 1, 5);
const f = full.matmul(full.eye(3), full.ones([3, 2]));

console.log(a.nbytes, b.dtype, c.shape, d.nbytes, e.size, f.shape);

import { arange, array, mean, multiply, reshape, sqrt, sum, zeros } from 'numpy-ts';

const a = arange(100);
const m = reshape(a, [10, 10]);
const roots = sqrt(m);
const scaled = multiply(roots, 0.5);
const column = sum(scaled, 0);
const average = mean(scaled);
const z = zeros([5, 5], 'int8');
const t = array([[1, 2], [3, 4]], 'float32');

console.log(roots.shape, scaled.nbytes, column, typeof average, z.nbytes, t.dtype);

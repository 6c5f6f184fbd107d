import { add, arange, array, multiply, reshape, sum, transpose, zeros } from 'numpy-ts/core';

// The tree-shakeable entry: arrays have only the basic methods, everything else is a function.
const a = reshape(arange(12), [3, 4]);
const b = transpose(a);
const c = add(a, 1);
const d = multiply(c, c);
const e = zeros([100, 100], 'uint8');
const s = sum(d, 0);
const row = a.slice('1');
const copy = row.copy();
const cast = a.astype('float32');
const t = array([1, 2, 3], 'int32');

console.log(b.shape, d.nbytes, e.nbytes, s, row.shape, copy.nbytes, cast.dtype, t.nbytes);

import * as numeric from './lib/everything.ts';
import { cumsum, VERSION } from './lib/everything.ts';

const a = numeric.ones([20, 20], 'float32');
const b = cumsum(a, 0);
const c = numeric.random.rand(2, 2) as numeric.NDArray;
const d = a.T;
const e = numeric.concatenate([a, b]);
const f = e.slice('::4');

console.log(VERSION, b.dtype, c.shape, d.strides, e.shape, f.nbytes);

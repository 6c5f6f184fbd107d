import { arange, geomspace, linspace, logspace } from 'numpy-ts';

const a = arange(10);
const b = arange(2, 10);
const c = arange(0, 1, 0.1);
const d = arange(10, 0, -3);
const e = arange(0, 100, 1, 'int32');
const f = linspace(0, 1, 11);
const g = linspace(0, 10);
const h = logspace(0, 3, 4);
const i = geomspace(1, 1000, 4);

console.log(a.size, b.size, c.size, d.size, e.nbytes);
console.log(f.nbytes, g.size, h.tolist(), i.dtype);

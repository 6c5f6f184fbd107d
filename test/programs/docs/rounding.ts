import * as np from 'numpy-ts';

const x = np.linspace(-2, 2, 41);
const a = np.round(x, 1);
const b = np.floor(x);
const c = np.ceil(x);
const d = np.trunc(x);
const e = np.rint(x);
const f = np.fix(x);
const g = np.around(np.array([15, 25], 'int32'), -1);
const h = np.floor(np.array([1, 2], 'int16'));
const [fraction, whole] = np.modf(x);
const [quotient, rest] = np.divmod(np.arange(10), 3);

for (const each of [a, b, c, d, e, f, g, h, fraction, whole, quotient, rest]) console.log(each.dtype, each.shape.join());

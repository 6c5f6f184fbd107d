import * as np from 'numpy-ts';

// "NumPy quickstart": the basics
const a = np.arange(15).reshape(3, 5);
console.log(a.shape, a.ndim, a.dtype, a.itemsize, a.size, a.nbytes);
const b = np.array([6, 7, 8]);
console.log(b.toString(), b.dtype);
const c = np.array([[1.5, 2, 3], [4, 5, 6]]);
console.log(c.dtype, c.shape);
const d = np.array([[1, 2], [3, 4]], 'complex128');
console.log(d.dtype, d.nbytes, d.toString());
const z = np.zeros([3, 4]);
const o = np.ones([2, 3, 4], 'int16');
const s = np.arange(10, 30, 5);
const f = np.arange(0, 2, 0.3);
const l = np.linspace(0, 2, 9);
const x = np.linspace(0, 2 * Math.PI, 100);
const y = np.sin(x);
console.log(z.nbytes, o.nbytes, s.toString(), f.shape, l.shape, y.shape);

const aa = np.array([20, 30, 40, 50]);
const bb = np.arange(4);
const cc = aa.subtract(bb);
const dd = bb.power(2);
const ee = np.sin(aa).multiply(10);
const lt = aa.less(35);
console.log(cc.toString(), dd.dtype, ee.toString(), lt.toString());

const A = np.array([[1, 1], [0, 1]]);
const B = np.array([[2, 0], [3, 4]]);
console.log(A.multiply(B).toString(), A.matmul(B).toString(), A.dot(B).toString());

const total = a.sum();
const cols = a.sum(0);
const rowMin = a.min(1);
const cum = a.cumsum(1);
console.log(total, cols.toString(), rowMin.toString(), cum.dtype, cum.shape);

const e = np.exp(b);
const sq = np.sqrt(b);
const sum = np.add(b, np.array([2, -1, 4.5]));
console.log(e.dtype, sq.dtype, sum.dtype);

const u = np.arange(10).power(3);
console.log(u.get([2]), u.slice('2:5').toString(), u.slice('::-1').toString());
const evens = u.slice(':6:2');
evens.fill(1000);
console.log(u.toString());
for (const i of u) console.log(Math.cbrt(Number(i)).toFixed(2));

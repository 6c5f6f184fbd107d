import * as np from 'numpy-ts';

const fromXY = (x: number, y: number) => 10 * x + y;
const b = np.fromfunction(fromXY, [5, 4], 'int32');
console.log(b.dtype, b.shape, b.get([2, 3]));
console.log(b.slice('0:5', '1').tolist(), b.slice(':', '1').shape, b.slice('1:3', ':').shape, b.slice('-1').toString());
for (const row of b) console.log(row.toString());

const a = np.floor(np.multiply(np.linspace(0, 1, 12).reshape(3, 4), 10));
console.log(a.shape, a.ravel().shape, a.reshape(6, 2).shape, a.T.shape, a.T.reshape(-1, 3).shape);
const fixed = np.resize(a, [2, 6]);
console.log(fixed.shape, fixed.dtype);

const p = np.array([[1, 2], [3, 4]]);
const q = np.array([[5, 6], [7, 8]]);
const v = np.vstack([p, q]);
const h = np.hstack([p, q]);
const c = np.column_stack([np.array([4, 2]), np.array([3, 8])]);
const d = np.dstack([p, q]);
const st = np.stack([p, q], 1);
console.log(v.shape, h.shape, c.shape, d.shape, st.shape, st.dtype);

const wide = np.arange(24).reshape(2, 12);
const thirds = np.hsplit(wide, 3);
const [left, middle, right] = np.hsplit(wide, [3, 4]);
console.log(thirds.length, thirds[0].shape, left.shape, middle.shape, right.shape);

const first = np.arange(12);
const same = first;
same.reshape(3, 4);
console.log(same === first, first.shape);
const view = first.reshape(3, 4);
console.log(view.base === first, view.flags.OWNDATA);
const s = view.slice(':', '1:3');
s.fill(10);
console.log(view.toString());
const deep = view.copy();
deep.set([0, 0], 9999);
console.log(view.get([0, 0]), deep.base);
const big = np.arange(100000);
const few = big.slice(':100').copy();
console.log(few.nbytes, few.base === null);
const nine = few.slice('::-1').slice('::2').slice('1:-1');
console.log(nine.shape, nine.strides, nine.nbytes);

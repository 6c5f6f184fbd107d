import * as np from 'numpy-ts';

// views versus copies, the way the article shows it
const N = 1000;
const m = np.arange(N * N).reshape(N, N);
function address(a: np.NDArray): ArrayBufferLike { return a.data.buffer; }

const flat1 = m.flatten();
const flat2 = m.ravel();
console.log(flat1.base === null, flat2.base === m, np.shares_memory(m, flat2), np.may_share_memory(m, flat1));

const rows = m.slice(':300').copy();
console.log(rows.sum(), rows.shape);

const tr = m.T.copy();
console.log(tr.get([3, 2]), tr.strides);

function normalise(a: np.NDArray): np.NDArray {
  const work = a.copy();
  const lo = work.min() as number;
  const hi = work.max() as number;
  return work.subtract(lo).divide(hi - lo);
}
console.log(normalise(m).mean());

function zeroDiagonal(a: np.NDArray, inplace = false): np.NDArray {
  const out = inplace ? a : a.copy();
  np.fill_diagonal(out, 0);
  return out;
}
const zd = zeroDiagonal(m);
console.log(np.trace(zd), np.trace(m));

const asf = m.astype('float64');
console.log(asf.get([1, 1]), np.allclose(asf, m));
const nocopy = m.astype('float64', false);
console.log(nocopy.data === m.data);
const arr = np.array(m);
arr.set([0, 0], -1);
console.log(m.get([0, 0]), arr.get([0, 0]));
const ar2 = np.asarray(m);
ar2.set([0, 0], -5);
console.log(m.get([0, 0]));
const c1 = np.copy(m.slice('100:200'));
m.slice('150').fill(7);
console.log(c1.get([50, 0]), m.get([150, 0]));
const c2 = np.copy(m.slice('200:300'));
console.log(Number(c2.max()), c2.nbytes);
console.log(address(m) === address(c2), address(m).byteLength === 0);

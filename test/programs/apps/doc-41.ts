import * as np from 'numpy-ts/core';
import { NDArrayCore } from 'numpy-ts/core';
// core functional style
function normalizeRows(m: NDArrayCore): NDArrayCore {
  const n = np.sqrt(np.sum(np.square(m), 1, true) as NDArrayCore);
  return np.divide(m, n);
}
function cosine(a: NDArrayCore, b: NDArrayCore) {
  return np.matmul(normalizeRows(a), np.transpose(normalizeRows(b)));
}
const a = np.array([[1, 2, 3], [4, 5, 6]], 'float32');
const b = np.ones([4, 3], 'float32');
const sim = cosine(a, b);
const best = np.argmax(sim, 1) as NDArrayCore;
const order = np.argsort(sim, 1);
const top = np.take_along_axis(sim, order, 1);
const col = a.slice(':', '1');
const colc = np.ascontiguousarray(col);
const cp = np.copy(col);
const fl = np.flatten(np.transpose(a));
const rv = np.ravel(np.transpose(a));
const rv2 = np.ravel(a);
const st = np.vstack([a, b]);
const lin = np.linspace(0, 1, 5, 'float32');
const un = np.unique(np.array([1, 1, 2])) as NDArrayCore;
const wh = np.where(np.greater(lin, 0.5));
const e = np.einsum('ij,kj->ik', a, b) as NDArrayCore;
const t = np.tensordot(a, b, [[1], [1]]) as NDArrayCore;
const d = np.diag(np.array([1, 2, 3]));
const pd = np.pad(a, [[1, 1], [0, 0]]);
const sw = np.swapaxes(a, 0, 1);
const ro = np.rot90(a);
const ex = np.expand_dims(a, 0);
const cl = np.clip(a, 2, 4);
const z = np.zeros_like(a);
np.copyto(z, a);
z.set([0, 0], 9);
z.fill(1);
const i = np.linalg.inv(np.eye(3));
const f = np.fft.fft(lin);
const r = np.random.rand(3, 3) as unknown as NDArrayCore;
console.log(best.dtype, top.shape, colc.shape, cp.shape, fl.shape, rv.shape, rv2.shape, st.shape, un.shape, wh, e.shape, t.shape, d.shape, pd.shape, sw.shape, ro.shape, ex.shape, cl.shape, i.shape, f, r.shape);

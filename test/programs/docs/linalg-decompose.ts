import * as np from 'numpy-ts';

const spd = np.array([[4, 2, 0], [2, 5, 1], [0, 1, 3]]);
const L = np.linalg.cholesky(spd);
const { q, r } = np.linalg.qr(spd) as { q: np.NDArrayCore; r: np.NDArrayCore };
const { u, s, vt } = np.linalg.svd(spd) as { u: np.NDArrayCore; s: np.NDArrayCore; vt: np.NDArrayCore };
const { w, v } = np.linalg.eigh(spd) as { w: np.NDArrayCore; v: np.NDArrayCore };
const values = np.linalg.eigvalsh(spd) as np.NDArrayCore;
const back = np.matmul(q, r);

console.log(L.shape, q.nbytes, r.shape, u.shape, s.shape, vt.shape);
console.log(w.size, v.shape, values.dtype, np.allclose(back, spd));

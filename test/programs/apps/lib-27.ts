// @ts-nocheck -- written by reviewers to find wrong facts
// recommender: matrix factorisation with masks and generator rng
import * as np from 'numpy-ts';
const U = 300, I = 200, F = 12;
const rng = np.random.default_rng(6);
const P = np.multiply(rng.standard_normal([U, F]) as np.NDArray, 0.1), Q = np.multiply(rng.standard_normal([I, F]) as np.NDArray, 0.1);
const R = np.clip(np.round(np.add(rng.normal(3, 1, [U, I]) as np.NDArray, 0)), 1, 5).astype('uint8');
const M = np.less(rng.random([U, I]) as np.NDArray, 0.3);
console.log(P.dtype, R.dtype, M.dtype, R.nbytes);
let p = P, q = Q;
for (let it = 0; it < 6; it++) {
  const E = np.where(M, R.astype('float64').subtract(p.matmul(q.T)), 0) as np.NDArray;
  const dp = np.matmul(E, q), dq = np.matmul(np.transpose(E), p);
  p = p.add(dp.multiply(0.01)); q = q.add(dq.multiply(0.01));
}
const pred = p.matmul(q.T);
console.log(pred.shape, Number(np.sum(np.where(M, np.square(np.subtract(R, pred)), 0) as np.NDArray)).toFixed(4));
const sim = q.matmul(q.T), nrm = np.sqrt(np.diagonal(sim));
const cos = sim.divide(np.outer(nrm, nrm).add(1e-12));
const top = np.argsort(cos, 1).slice(':', '-6:-1').slice(':', '::-1');
console.log(cos.shape, top.shape, top.strides, top.dtype);
const cnt = np.count_nonzero(M, 0) as np.NDArray, mean = np.divide(np.sum(R.multiply(M), 0) as np.NDArray, np.maximum(cnt, 1));
console.log(cnt.dtype, mean.dtype, mean.shape, R.multiply(M).dtype);
const hist = [1, 2, 3, 4, 5].map((k) => Number(np.sum(np.logical_and(np.equal(R, k), M))));
console.log(hist);
const nz = np.nonzero(M), users = nz[0]!, items = nz[1]!;
console.log(users.dtype, users.size === items.size);
const vals = R.bindex(M);
console.log(vals.dtype, vals.size === users.size);
const bu = np.bincount(users.astype('int32'), vals, U);
console.log(bu.shape, bu.dtype);
const packed = np.packbits(M, 1), unp = np.unpackbits(packed, 1);
console.log(packed.shape, packed.nbytes, unp.shape, np.array_equal(unp, M));

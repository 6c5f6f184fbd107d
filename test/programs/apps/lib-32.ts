// @ts-nocheck -- written by reviewers to find wrong facts
// sparse-ish graph: adjacency, PageRank, BFS levels
import * as np from 'numpy-ts';
np.random.seed(9);
const N = 400;
const adj = np.less(np.random.random([N, N]) as np.NDArray, 0.02);
np.fill_diagonal(adj, 0);
const deg = adj.sum(1) as np.NDArray;
console.log(adj.dtype, adj.nbytes, deg.dtype);
const A = adj.astype('float64'), D = np.maximum(deg.astype('float64'), 1);
const P = A.divide(np.expand_dims(D, 1)).T;
let r = np.full([N], 1 / N);
for (let i = 0; i < 30; i++) r = P.matmul(r).multiply(0.85).add(0.15 / N);
console.log(r.shape, r.dtype, P.strides, np.argsort(r).slice('-3:').tolist());
const level = np.full([N], -1, 'int16');
let frontier = np.zeros([N], 'bool');
frontier.set([0], 1); level.set([0], 0);
for (let d = 1; d < 6; d++) {
  const next = np.any(np.compress(frontier, adj, 0), 0) as np.NDArray;
  const fresh = np.logical_and(next, np.equal(level, -1));
  np.putmask(level, fresh, [d]);
  frontier = fresh;
  if (!np.any(fresh)) break;
}
console.log(level.dtype, np.unique(level).tolist(), frontier.dtype);
const A2 = np.matmul(A, A), tri = Number(np.trace(np.matmul(A2, A))) / 6;
console.log(A2.shape, tri.toFixed(3));
const sym = np.logical_or(adj, adj.T).astype('uint8');
const common = np.matmul(sym.astype('int32'), sym.astype('int32'));
console.log(sym.nbytes, common.dtype, Number(common.max()));
const L = np.diag(sym.sum(1) as np.NDArray).astype('float64').subtract(sym);
console.log(L.shape, L.dtype, Number(np.linalg.matrix_rank(L.slice(':50', ':50'))));
const edges = np.argwhere(adj), e32 = edges.astype('int32');
console.log(edges.dtype, e32.dtype, edges.shape[1]);
const outdeg = np.bincount(e32.slice(':', '0').copy(), undefined, N);
console.log(np.array_equal(outdeg, deg.astype('float64')), outdeg.dtype);
const dist = np.where(adj, 1, Infinity) as np.NDArray;
console.log(dist.dtype, np.isinf(dist).dtype, dist.shape);

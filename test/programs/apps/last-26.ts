import * as np from 'numpy-ts';
// connectivity / adjacency matrix as float64, pagerank
const N = 300;
const adj = np.zeros([N, N]);
for (let i = 0; i < N; i++) {
  adj.set([i, (i + 1) % N], 1);
  adj.set([i, (i * 7) % N], 1);
  adj.set([(i * i) % N, i], 1);
}
const deg = adj.sum(1) as np.NDArray;
const P = adj.divide(deg.reshape(N, 1));
let r = np.full([N], 1 / N);
for (let it = 0; it < 30; it++) {
  const nr = P.T.matmul(r).multiply(0.85).add(0.15 / N);
  const delta = Number(np.absolute(nr.subtract(r)).sum());
  r = nr;
  if (delta < 1e-10) break;
}
console.log(Number(r.sum()).toFixed(8), Number(r.argmax()));
const two = adj.matmul(adj);
console.log(two.dtype === adj.dtype, Number(two.max()), Number(two.trace()));
const L = np.diag(deg).subtract(adj);
console.log(L.shape, Number(L.sum()), Number(L.min()));
const sym = np.maximum(adj, adj.T);
const tri = Number(np.trace(sym.matmul(sym).matmul(sym))) / 6;
console.log(tri.toFixed(3));
const visited = np.zeros([N]);
const queue = [0];
visited.set([0], 1);
while (queue.length) {
  const v = queue.shift()!;
  for (let w = 0; w < N; w++) {
    if (Number(adj.get([v, w])) === 1 && Number(visited.get([w])) === 0) {
      visited.set([w], 1);
      queue.push(w);
    }
  }
}
console.log(Number(visited.sum()));

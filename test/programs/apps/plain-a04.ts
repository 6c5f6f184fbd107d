import * as np from 'numpy-ts';
// k-means
const N = 12000, D = 4, K = 3;
const data = new Float64Array(N * D);
let seed = 7;
const rnd = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; };
for (let i = 0; i < N; i++) for (let d = 0; d < D; d++) data[i * D + d] = (i % K) * 5 + rnd();
const X = np.array(data).reshape(N, D);
let centers = X.slice(`0:${K}`).copy();
let labels = np.zeros([N]);
for (let it = 0; it < 4; it++) {
  const diff = X.reshape(N, 1, D).subtract(centers.reshape(1, K, D));
  const dist = np.sum(np.square(diff), 2) as np.NDArray;
  labels = np.argmin(dist, 1) as np.NDArray;
  const rows: np.NDArray[] = [];
  for (let k = 0; k < K; k++) { const mask = labels.equal(k); const members = X.bindex(mask, 0); rows.push(np.mean(members, 0) as np.NDArray); }
  const next = np.stack(rows, 0);
  const shift = Number(np.max(np.absolute(next.subtract(centers))));
  centers = next;
  console.log(it, shift.toFixed(6), diff.shape, dist.shape, dist.dtype);
}
console.log(labels.dtype, labels.shape, centers.shape, centers.dtype);
console.log(np.bincount(labels).tolist());
const std = np.std(X, 0) as np.NDArray;
const z = X.subtract(np.mean(X, 0) as np.NDArray).divide(std);
console.log(z.shape, Number(np.sum(z)).toFixed(3), Number(np.max(z)).toFixed(6));

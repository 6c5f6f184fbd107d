import * as np from 'numpy-ts';
// text-book algorithms: sieve, pascal, primes, magic, conv, DP, floyd-warshall
function sieve(n: number) {
  const s = np.ones([n + 1], 'bool');
  s.set([0], 0); s.set([1], 0);
  for (let i = 2; i * i <= n; i++) if (s.get([i])) s.slice(`${i * i}::${i}`).fill(0);
  return np.flatnonzero(s);
}
function pascal(n: number) {
  let row = np.ones([1], 'int64');
  const rows = [row];
  for (let i = 1; i < n; i++) {
    row = np.concatenate([np.ones([1], 'int64'), row.slice(':-1').add(row.slice('1:')), np.ones([1], 'int64')]) as np.NDArray<'int64'>;
    rows.push(row);
  }
  return rows;
}
function floyd(w: np.NDArray) {
  const n = w.shape[0];
  let d = w.copy();
  for (let k = 0; k < n; k++) d = np.minimum(d, d.slice(':', `${k}:${k + 1}`).add(d.slice(`${k}:${k + 1}`)));
  return d;
}
function lcs(a: string, b: string) {
  const t = np.zeros([a.length + 1, b.length + 1], 'int32');
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      t.set([i, j], a[i - 1] === b[j - 1] ? (t.get([i - 1, j - 1]) as number) + 1 : Math.max(t.get([i - 1, j]) as number, t.get([i, j - 1]) as number));
  return t;
}
function adjacency(edges: [number, number][], n: number) {
  const A = np.zeros([n, n], 'uint8');
  for (const [i, j] of edges) { A.set([i, j], 1); A.set([j, i], 1); }
  return A;
}
const primes = sieve(100);
const tri = pascal(6);
const t5 = tri[5];
const D = floyd(np.array([[0, 3, Infinity], [3, 0, 1], [Infinity, 1, 0]]));
const L = lcs('kitten', 'sitting');
const A = adjacency([[0, 1], [1, 2], [2, 3]], 4);
const deg = A.sum(0) as np.NDArray;
const lap = np.diag(deg).subtract(A);
const walks = np.linalg.matrix_power(A, 3);
const pr = A.divide(np.maximum(deg, 1)).T;
let rank = np.full([4], 0.25);
for (let i = 0; i < 10; i++) rank = pr.matmul(rank).multiply(0.85).add(0.15 / 4);
const spiral = np.rot90(np.arange(16).reshape(4, 4), 3);
const bits = np.array([...Array(8).keys()].map((i) => [...i.toString(2).padStart(3, '0')].map(Number)));
const magic = np.array([[2, 7, 6], [9, 5, 1], [4, 3, 8]], 'uint8');
const ok = np.array_equal(magic.sum(0) as np.NDArray, magic.sum(1) as np.NDArray);
console.log(primes.shape, t5.shape, D.shape, L.shape, deg.dtype, lap.dtype, walks.dtype, pr.dtype, rank.shape, spiral.shape, bits.shape, ok);

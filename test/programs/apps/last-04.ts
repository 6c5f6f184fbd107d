import * as np from 'numpy-ts';
// k-means
const rng = np.random.default_rng(42);
function assign(pts: np.NDArray, cent: np.NDArray): np.NDArray {
  const diff = np.expand_dims(pts, 1).subtract(np.expand_dims(cent, 0));
  const d2 = diff.multiply(diff).sum(2) as np.NDArray;
  return d2.argmin(1) as np.NDArray;
}
const n = 6000, k = 4;
const noise = rng.normal(0, 1, [n, 2]) as np.NDArray;
const shift = np.zeros([n, 2]);
for (let i = 0; i < n; i++) {
  shift.set([i, 0], (i % k) * 5);
  shift.set([i, 1], (i % 2) * 5);
}
const pts = noise.add(shift);
let cent = pts.slice(`0:${k}`, ':').copy();
for (let it = 0; it < 6; it++) {
  const lab = assign(pts, cent);
  const next = np.zeros([k, 2]);
  for (let j = 0; j < k; j++) {
    const m = lab.equal(j);
    const mem = pts.bindex(m, 0);
    if (mem.shape[0]! > 0) {
      const mu = mem.mean(0) as np.NDArray;
      next.set([j, 0], Number(mu.get([0])));
      next.set([j, 1], Number(mu.get([1])));
    }
  }
  cent = next;
}
console.log(cent.shape, Number(cent.sum()).toFixed(5));
const lab = assign(pts, cent);
console.log(lab.dtype, np.bincount(lab).shape, Number(lab.sum()));

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// k-means + pca + knn
function kmeans(x: np.NDArray, k: number, iters = 4) {
  let c = x.slice(`:${k}`).copy();
  let labels = np.zeros([x.shape[0]!], 'int32');
  for (let i = 0; i < iters; i++) {
    const d = x.reshape(x.shape[0]!, 1, x.shape[1]!).subtract(c);
    const dist = np.sum(np.square(d), 2) as np.NDArray;
    labels = np.argmin(dist, 1) as np.NDArray;
    const next: np.NDArray[] = [];
    for (let j = 0; j < k; j++) {
      const m = labels.equal(j);
      const w = m.astype('float64').reshape(-1, 1);
      const total = Number(np.sum(w));
      next.push(total === 0 ? c.slice(`${j}`) : (np.sum(x.multiply(w), 0) as np.NDArray).divide(total));
    }
    c = np.stack(next);
  }
  return { c, labels, inertia: 0 };
}
const base = np.arange(40_000).reshape(10_000, 4);
const pts = np.sin(base);
const { c, labels } = kmeans(pts, 5);
console.log(c.shape, labels.dtype, labels.shape, Number(np.sum(c)).toFixed(5));
const centered = pts.subtract(np.mean(pts, 0) as np.NDArray);
const cov = centered.T.dot(centered) as np.NDArray;
const cv = cov.divide(pts.shape[0]! - 1);
const { w: vals, v: vecs } = np.linalg.eigh(cv) as any;
const s = np.linalg.svd(cv) as any;
console.log(vals?.shape, vecs?.shape, Object.keys(s));
const inv = np.linalg.inv(cv.add(np.eye(4)));
const det = np.linalg.det(cv);
const mahal = np.sum(centered.dot(inv).multiply(centered), 1) as np.NDArray;
console.log(inv.dtype, det > 0, mahal.shape, mahal.nbytes);
const q = pts.slice(':50');
const cross = q.dot(pts.transpose()) as np.NDArray;
const near = np.argsort(cross.multiply(-1), 1).slice(':', ':3');
const votes = np.take(labels, near.ravel()).reshape(50, 3);
console.log(cross.nbytes, near.dtype, votes.shape, votes.dtype);
const oneHot = np.zeros([10_000, 5], 'uint8');
for (let i = 0; i < 10_000; i++) oneHot.set([i, Number(labels.iget(i))], 1);
const per = np.sum(oneHot, 0) as np.NDArray;
console.log(per.dtype, per.tolist(), np.mean(oneHot, 0).dtype, np.unique(labels).shape);
const lin = np.linalg.solve(cv.add(np.eye(4)), np.ones([4, 2], 'float32'));
console.log(lin.shape, lin.dtype, np.linalg.norm(pts));

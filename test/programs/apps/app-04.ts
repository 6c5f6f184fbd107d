// K-means on point features, and silhouette-like scores.
import * as np from 'numpy-ts';

interface KMeansResult {
  centres: np.NDArray;
  labels: np.NDArray;
  inertia: number;
  iterations: number;
}

function blobs(n: number, k: number, dim: number, seed = 42): np.NDArray {
  np.random.seed(seed);
  const noise = np.random.normal(0, 1, [n, dim]) as np.NDArray;
  const centres = np.zeros([n, dim]);
  for (let i = 0; i < n; i++) {
    for (let d = 0; d < dim; d++) centres.set([i, d], ((i % k) * 7 + d * 3) % 20);
  }
  return noise.add(centres);
}

function distances(x: np.NDArray, centres: np.NDArray): np.NDArray {
  const x2 = np.sum(x.multiply(x), 1, true) as np.NDArray;
  const c2 = np.sum(centres.multiply(centres), 1) as np.NDArray;
  const cross = x.matmul(centres.T);
  return x2.add(c2).subtract(cross.multiply(2));
}

function assign(dist: np.NDArray): np.NDArray {
  return np.argmin(dist, 1) as np.NDArray;
}

function update(x: np.NDArray, labels: np.NDArray, k: number): np.NDArray {
  const dim = x.shape[1]!;
  const sums = np.zeros([k, dim]);
  const counts = np.zeros([k]);
  for (let i = 0; i < x.shape[0]!; i++) {
    const l = Number(labels.iget(i));
    counts.iset(l, Number(counts.iget(l)) + 1);
    for (let d = 0; d < dim; d++) sums.set([l, d], Number(sums.get([l, d])) + Number(x.get([i, d])));
  }
  return sums.divide(np.maximum(counts, 1).reshape(k, 1));
}

function kmeans(x: np.NDArray, k: number, { maxIter = 8, tol = 1e-4 }: { maxIter?: number; tol?: number } = {}): KMeansResult {
  let centres = x.slice(`0:${k}`).copy();
  let labels = np.zeros([x.shape[0]!], 'int32');
  let inertia = Infinity;
  let it = 0;
  for (; it < maxIter; it++) {
    const dist = distances(x, centres);
    labels = assign(dist) as np.NDArray<'int32'>;
    const now = Number(np.sum(np.min(dist, 1) as np.NDArray));
    const next = update(x, labels, k);
    const moved = Number(np.max(np.absolute(next.subtract(centres))));
    centres = next;
    if (Math.abs(inertia - now) < tol || moved < tol) {
      inertia = now;
      break;
    }
    inertia = now;
  }
  return { centres, labels, inertia, iterations: it };
}

const X = blobs(20000, 5, 8);
const mean = np.mean(X, 0) as np.NDArray;
const sd = np.std(X, 0) as np.NDArray;
const Z = X.subtract(mean).divide(sd);
const result = kmeans(Z, 5, { maxIter: 5 });
console.log(result.iterations, result.inertia.toFixed(3), result.centres.shape);
const counts = np.bincount(result.labels, undefined, 5);
console.log('counts', counts.tolist());

const membership = np.zeros([20000, 5]);
for (let i = 0; i < 20000; i++) membership.set([i, Number(result.labels.iget(i))], 1);
const perCluster = np.sum(membership, 0) as np.NDArray;
console.log('membership', perCluster.tolist());

const snapshot = Z.copy();
const dist = distances(snapshot, result.centres);
const sorted = np.sort(dist, 1);
const nearest = sorted.slice(':', '0');
const second = sorted.slice(':', '1');
const margin = np.sqrt(np.maximum(second, 0)).subtract(np.sqrt(np.maximum(nearest, 0)));
console.log('margin', Number(np.mean(margin)).toFixed(5));
const outliers = np.greater(nearest, 10).astype('float64');
console.log('outliers', Number(np.sum(outliers)));

import * as np from 'numpy-ts';

interface KMeansResult { centers: np.NDArray; labels: np.NDArray; inertia: number }

function distances(X: np.NDArray, C: np.NDArray): np.NDArray {
  const diff = np.expand_dims(X, 1).subtract(np.expand_dims(C, 0));
  return np.sum(diff.multiply(diff), 2) as np.NDArray;
}

function kmeans(X: np.NDArray, k = 3, iterations = 10): KMeansResult {
  let centers = X.slice(`:${k}`).copy();
  let labels = np.zeros([X.shape[0]], 'int32');
  for (let it = 0; it < iterations; it++) {
    const d = distances(X, centers);
    labels = np.argmin(d, 1) as np.NDArray;
    const next = np.zeros_like(centers);
    for (let j = 0; j < k; j++) {
      const members = np.compress(labels.equal(j), X, 0);
      if (members.shape[0] > 0) np.copyto(next.slice(String(j)), members.mean(0) as np.NDArray);
    }
    if (np.allclose(next, centers)) break;
    centers = next;
  }
  const inertia = Number(np.sum(np.min(distances(X, centers), 1)));
  return { centers, labels, inertia };
}

np.random.seed(42);
const blobs = [0, 5, 10].map((c) => np.random.normal(c, 0.5, [3000, 2]) as np.NDArray);
const X = np.concatenate(blobs, 0);
const { centers, labels, inertia } = kmeans(X, 3);
console.log(X.shape, X.nbytes, centers.shape, labels.dtype, labels.shape, inertia.toFixed(2));
const order = np.argsort(centers.slice(':', '0'));
console.log(order.dtype, np.round(centers.iindex(order), 1).toString());
console.log(np.bincount(labels).toString());
const { w, v } = np.linalg.eigh(np.cov(X, undefined, false));
console.log(w.shape, v.shape, w.dtype);

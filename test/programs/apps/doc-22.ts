import * as np from 'numpy-ts';
// k-means
function kmeans(points: np.NDArray, k: number, iters: number) {
  let centers = points.slice(`:${k}`).copy();
  let labels = np.zeros([points.shape[0]], 'int32');
  for (let it = 0; it < iters; it++) {
    const diff = np.subtract(np.expand_dims(points, 1), np.expand_dims(centers, 0));
    const dist = np.sum(np.square(diff), 2) as np.NDArray;
    labels = np.argmin(dist, 1) as np.NDArray<'int32'>;
    const next = np.zeros(centers.shape as number[]);
    for (let c = 0; c < k; c++) {
      const mask = labels.equal(c);
      const members = points.bindex(mask, 0);
      if (members.shape[0] === 0) continue;
      const m = members.mean(0) as np.NDArray;
      for (let j = 0; j < m.size; j++) next.set([c, j], m.get([j]) as number);
    }
    if (np.allclose(next, centers)) break;
    centers = next;
  }
  return { centers, labels };
}
np.random.seed(3);
const pts = np.random.randn(200, 2) as unknown as np.NDArray;
const { centers, labels } = kmeans(pts, 4, 10);
console.log(centers.shape, labels.dtype, labels.shape);

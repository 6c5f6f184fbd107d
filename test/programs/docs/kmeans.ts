import * as np from 'numpy-ts';

np.random.seed(0);
const points = np.random.normal(0, 1, [300, 2]) as np.NDArray;
let centres = points.slice(':3').copy();

for (let round = 0; round < 5; round++) {
  const offsets = np.expand_dims(points, 1).subtract(centres);
  const distances = np.sum(offsets.multiply(offsets), 2) as np.NDArray;
  const labels = np.argmin(distances, 1) as np.NDArray;
  const next: np.NDArray[] = [];
  for (let k = 0; k < 3; k++) {
    const members = points.bindex(np.equal(labels, k), 0);
    next.push(np.mean(members, 0) as np.NDArray);
  }
  centres = np.stack(next);
}
console.log(centres.shape, centres.dtype, points.nbytes);

import * as np from 'numpy-ts';

// The array grows in every round, so the site has several shapes.
let history: np.NDArray = np.zeros([0, 3]);
for (let day = 0; day < 6; day++) {
  const row = np.full([1, 3], day + 0.5);
  history = np.concatenate([history, row]);
}
const sizes: number[] = [];
for (const n of [1, 10, 100]) {
  const block = np.ones([n, n]);
  sizes.push(block.nbytes);
}
console.log(history.shape, history.nbytes, sizes);

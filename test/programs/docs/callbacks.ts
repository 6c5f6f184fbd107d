import * as np from 'numpy-ts';

const sizes = [4, 16, 64];
const arrays = sizes.map((n) => np.arange(n).reshape(-1, 2));
const total = arrays.reduce((sum, each) => sum + each.nbytes, 0);
const sums = arrays.map((each) => np.sum(each, 0) as np.NDArray);
const stacked = np.stack(sums);
const layers = Array.from({ length: 3 }, (_, i) => np.full([2, 2], i + 1));
const product = layers.reduce((acc, layer) => acc.matmul(layer), np.eye(2) as np.NDArray);
arrays.forEach((each, i) => {
  const row = each.slice('0');
  row.fill(i);
});
const kept = arrays.filter((each) => each.size > 10);

console.log(total, stacked.shape, product.tolist(), kept.length, Number(np.sum(arrays[2]!)));

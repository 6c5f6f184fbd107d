import * as np from 'numpy-ts';
for (const n of JSON.parse('[1,3]') as number[]) {
  console.log(np.squeeze(np.ones([n, 2])).shape, np.ones([1, n, 3]).squeeze(0).shape, np.ones([1, 4, 3]).squeeze().shape);
}

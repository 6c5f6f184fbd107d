import * as np from 'numpy-ts';

np.random.seed(5);
// expect: oversized-dtype <<np.random.randint(0, 256, [600, 600])>>
const noise = np.random.randint(0, 256, [600, 600]) as np.NDArray;
console.log(Number(np.sum(noise)), Number(np.max(noise)));

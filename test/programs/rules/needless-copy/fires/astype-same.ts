import * as np from 'numpy-ts';

const weights = np.full([512, 256], 0.25, 'float32');
// expect: needless-copy <<weights.astype('float32')>>
const single = weights.astype('float32');
console.log(Number(np.sum(single)), Number(np.max(weights)));

import * as np from 'numpy-ts';

const volume = np.arange(64 * 64 * 32).reshape(64, 64, 32);
// expect: needless-copy <<np.flatten(volume)>>
const values = np.flatten(volume);
const total = Number(np.sum(values));
console.log(total, Number(np.mean(volume)));

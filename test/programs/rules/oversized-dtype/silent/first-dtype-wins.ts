import * as np from 'numpy-ts';

// `concatenate` takes the dtype of the first array: with bytes first, the fractions would be lost.
const padding = np.zeros([70000]);
const samples = np.linspace(0, 1, 70000);
const padded = np.concatenate([padding, samples]);
console.log(Number(np.sum(padded)).toFixed(6));

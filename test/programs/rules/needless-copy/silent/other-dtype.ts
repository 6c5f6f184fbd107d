import * as np from 'numpy-ts';

const doubles = np.linspace(0, 1, 100_000);
const singles = doubles.astype('float32');
const noCopy = doubles.astype('float64', false);
console.log(Number(np.max(singles)), Number(np.max(noCopy)));

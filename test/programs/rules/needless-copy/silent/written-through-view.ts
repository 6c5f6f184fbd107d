import * as np from 'numpy-ts';

const clean = np.zeros([300, 300]);
const noisy = clean.copy();
const row = noisy.slice('10');
row.fill(9);
console.log(Number(np.sum(clean)), Number(np.sum(noisy)));

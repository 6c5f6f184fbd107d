import * as np from 'numpy-ts';

const hours = np.arange(24);
const days = np.zeros([365]);
const table = np.ones([24, 365]);
days.fill(3);
console.log(Number(np.sum(hours)), Number(np.sum(days)), Number(np.sum(table)));

import * as np from 'numpy-ts';

const x = np.linspace(1, 100, 120_000);
const y = np.log(x);
const z = x.divide(3);
const s = np.cumsum(x);
console.log([y, z, s].map((each) => Number(np.max(each)).toFixed(6)));

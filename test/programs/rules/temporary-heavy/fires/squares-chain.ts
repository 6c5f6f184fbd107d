import * as np from 'numpy-ts';

const a = np.linspace(0, 1, 200_000);
const b = np.linspace(1, 2, 200_000);
// Six results of the full size for one.
// expect: temporary-heavy <<a.multiply(a).add(b.multiply(b)).add(a.multiply(b).multiply(2))>>
const r = a.multiply(a).add(b.multiply(b)).add(a.multiply(b).multiply(2));
console.log(Number(np.sum(r)).toFixed(6), Number(np.max(r)));

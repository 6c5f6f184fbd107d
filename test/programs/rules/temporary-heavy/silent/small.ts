import * as np from 'numpy-ts';

const a = np.arange(100);
const b = np.arange(100);
const r = a.multiply(a).add(b.multiply(b)).add(a.multiply(b).multiply(2));
const p = np.exp(r.multiply(-0.001).add(1).multiply(2));
console.log(Number(np.sum(r)), Number(np.max(p)).toFixed(6));

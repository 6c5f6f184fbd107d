import * as np from 'numpy-ts';
const w = np.zeros([400000]);
const clip = <w extends number>(x: w) => { w.set([0], 700.5); return x; };
clip(1);
const m = w.add(1);
console.log(Number(np.max(m)));

import * as np from 'numpy-ts';
const box: any = { a: np.zeros([400000]) };
function load<box>(x: box) { box.a.set([0], 1000.5); return x; }
load(1);
console.log(Number(np.max(box.a)));

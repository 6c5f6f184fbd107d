import * as np from 'numpy-ts';
const data = np.zeros([400000]);
const b = data.copy();
function mark<data>(x: data) { data.set([0], 1000.5); return x; }
mark(1);
console.log(Number(np.max(b)), Number(np.max(data)));

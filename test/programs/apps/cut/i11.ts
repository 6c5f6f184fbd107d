import * as np from 'numpy-ts';
const a = np.zeros([400000]);
const b = a.copy();
function stub(o: any) { o.abs = () => 1000.5; }
stub(Math);
b.set([0], Math.abs(-1));
console.log(Number(np.max(a)), Number(np.max(b)));

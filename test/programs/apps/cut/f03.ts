import * as np from 'numpy-ts';
const a = np.zeros([400000]);
function touch(k = () => { a.set([0], 1000.5); }) { var a = 1; k(); return a; }
touch();
console.log(Number(np.max(a)), Number(np.sum(a)));

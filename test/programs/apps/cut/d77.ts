import * as np from 'numpy-ts';
const o: any = { a: np.zeros([3]) };
function grow<o>(x: o) { o.a = np.ones([5]); return x; }
grow(1);
console.log(o.a.copy().shape);

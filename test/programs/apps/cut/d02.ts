import * as np from 'numpy-ts';
const T: any = { a: np.zeros([3]) };
function set<T>(x: T) { T.a = np.ones([5]); return x; }
set(1);
console.log(T.a.shape);

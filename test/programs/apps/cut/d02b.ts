import * as np from 'numpy-ts';
const T: any = { a: np.zeros([3]) };
const k = { set<T>(x: T) { T.a = np.ones([5]); return x; } };
k.set(1);
console.log(T.a.shape);

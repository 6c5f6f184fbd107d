import * as np from 'numpy-ts';
const T: any = { a: np.zeros([3]) };
new (class<T> { constructor(x?: T) { T.a = np.ones([5]); } })();
console.log(T.a.shape);

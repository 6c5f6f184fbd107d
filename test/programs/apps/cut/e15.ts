import * as np from 'numpy-ts';
const o: any = { a: np.zeros([3]) };
(import.meta as any).shared = o;
o.a = np.zeros([4]);
(import.meta as any).shared.a = np.ones([5]);
console.log(o.a.copy().shape);

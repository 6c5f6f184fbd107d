import * as np from 'numpy-ts';
declare global { var shared: any; }
const o: any = { a: np.zeros([3]) };
global.shared = o;
shared.a = np.ones([5]);
console.log(o.a.copy().shape);

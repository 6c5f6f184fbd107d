import * as np from 'numpy-ts';
import lib from './lib_d45.cjs';
const o: any = { a: np.zeros([3]) };
lib.o = o;
lib.o.a = np.ones([5]);
console.log(o.a.copy().shape);

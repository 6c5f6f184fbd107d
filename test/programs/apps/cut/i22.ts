import * as np from 'numpy-ts';
import { A } from './lib_i22a.ts';
console.log(np.zeros([A.n]).shape);

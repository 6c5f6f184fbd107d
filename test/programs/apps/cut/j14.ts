import * as np from 'numpy-ts';
import { n } from './lib_j14a.ts';
import { other } from './lib_j14b.ts';
console.log(np.zeros([n]).shape, other);

import * as np from 'numpy-ts';
import { n } from './lib_i17.ts';
import './lib_i17b.ts';
console.log(np.zeros([n]).shape);

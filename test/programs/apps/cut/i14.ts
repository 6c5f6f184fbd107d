import * as np from 'numpy-ts';
import { M } from './lib_i14.ts';
console.log(M === undefined, np.zeros([Math.floor(3.5)]).shape);

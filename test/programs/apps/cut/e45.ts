import * as np from 'numpy-ts';
import { M } from './lib_e45.ts';
M.floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

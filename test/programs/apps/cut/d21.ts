import * as np from 'numpy-ts';
import './lib_d21.ts';
console.log(np.zeros([3]).copy().shape);

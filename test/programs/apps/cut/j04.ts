import * as np from 'numpy-ts';
import './lib_j04.ts';
console.log(np.zeros([Math.floor(3.5)]).shape);

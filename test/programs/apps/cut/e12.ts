import lib from './lib_e12.cjs';
import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
lib.keep(() => { state = np.zeros([size]); });
size = 9;
lib.touch();
console.log(state.copy().shape);

import * as np from 'numpy-ts';
import lib from './lib_d46.cjs';
let state: any = np.zeros([3]);
lib.keep(() => { state = np.ones([5]); });
lib.touch();
console.log(state.copy().shape);

import * as np from 'numpy-ts';
import { a, c } from './lib_i10.ts';
import './lib_h03b.ts';
const k = a.copy();
console.log(Number(np.max(k)), Number(np.max(c)));

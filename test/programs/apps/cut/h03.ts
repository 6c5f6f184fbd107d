import * as np from 'numpy-ts';
import { b } from './lib_h03a.ts';
import './lib_h03b.ts';
const c = b.copy();
console.log(Number(np.max(c)));

import * as np from 'numpy-ts';
import { data } from './lib_h02a.ts';
import { mark } from './lib_h02b.ts';
import { mark as m0 } from './lib_h02a.ts';
console.log(typeof m0);
const b = data.copy();
mark();
console.log(Number(np.max(b)));

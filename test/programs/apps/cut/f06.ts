import * as np from 'numpy-ts';
import { data } from './lib_f06a.ts';
import { mark } from './lib_f06b.ts';
import { mark as m0 } from './lib_f06a.ts';
console.log(typeof m0);
mark();
const b = data.copy();
console.log(Number(np.max(b)), Number(np.max(data)));

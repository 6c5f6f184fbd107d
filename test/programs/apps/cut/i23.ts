import * as np from 'numpy-ts';
import { f, f as f2 } from './lib_i23a.ts';
import { g, n } from './lib_i23c.ts';
console.log(f === f2, typeof g);
import { g as g2 } from './lib_i23b.ts';
g2();
console.log(np.zeros([n]).shape);

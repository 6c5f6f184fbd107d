import * as np from 'numpy-ts';
import { f as m0 } from './lib_g19a.ts';
import { f } from './lib_g19b.ts';
m0(np.zeros([3]));
f(np.zeros([5]));

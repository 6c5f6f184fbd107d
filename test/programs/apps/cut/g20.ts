import * as np from 'numpy-ts';
import { use } from './lib_g20.ts';
use(np.zeros([3]));
function other<use>(x: use) { use(np.zeros([5])); return x; }
other(1);

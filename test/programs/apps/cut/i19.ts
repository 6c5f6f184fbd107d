import * as np from 'numpy-ts';
import { inc as i, default as def } from './lib_i19.ts';
import * as ns from './lib_i19b.ts';
i(); ns.sub.inc(); ns.again(); def();
console.log(np.zeros([ns.count]).shape, np.zeros([ns.sub.total]).shape);

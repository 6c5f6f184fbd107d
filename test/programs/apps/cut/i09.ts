import * as np from 'numpy-ts';
import { b } from './lib_h03a.ts';
import './lib_h03b.ts';
const mask = np.zeros([400000]);
mask.set([0], Number(np.max(b)));
console.log(Number(np.max(mask)));

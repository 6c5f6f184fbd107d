import * as np from 'numpy-ts';
import { level } from './lib_j10a.ts';
import './lib_j10b.ts';
const mask = np.zeros([400000]);
mask.set([0], level);
console.log(Number(np.sum(mask)));

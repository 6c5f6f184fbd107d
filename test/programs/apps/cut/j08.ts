import * as np from 'numpy-ts';
import { level } from './lib_j08a.ts';
import './lib_j08b.ts';
const mask = np.zeros([400000]);
for (let i = 0; i < 10; i++) mask.set([i], level);
console.log(Number(np.sum(mask)));

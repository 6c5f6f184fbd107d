import * as np from 'numpy-ts';
import { s } from './lib_d51s.ts';
await null;
s.a = np.ones([5]);

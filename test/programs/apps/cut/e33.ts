import * as np from 'numpy-ts';
import { get, size, set } from './lib_e33a.ts';
import './lib_e33b.ts';
import { seen } from './lib_e33c.ts';
console.log(get().copy().shape, seen.shape);

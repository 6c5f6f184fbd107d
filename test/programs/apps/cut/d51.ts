import * as np from 'numpy-ts';
import { s } from './lib_d51s.ts';
import './lib_d51a.ts';
import { seen } from './lib_d51b.ts';
console.log(seen.shape, s.a.shape);

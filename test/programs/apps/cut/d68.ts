import * as np from 'numpy-ts';
import { s } from './lib_d68a.ts';
import './lib_d68b.ts';
console.log(s.copy().shape);

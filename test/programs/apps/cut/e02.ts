import * as np from 'numpy-ts';
import { s, start } from './lib_e02a.ts';
import './lib_e02b.ts';
console.log(s.copy().shape);

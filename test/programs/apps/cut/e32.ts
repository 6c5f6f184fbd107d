import * as np from 'numpy-ts';
import { get } from './lib_e32a.ts';
import './lib_e32b.ts';
console.log(get().copy().shape);

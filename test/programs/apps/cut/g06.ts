import * as np from 'numpy-ts';
import { get } from './lib_g06a.ts';
import './lib_g06b.ts';
console.log(get().copy().shape);

import * as np from 'numpy-ts';
import { state } from './lib_d47a.ts';
import { grow } from './lib_d47b.ts';
grow();
console.log(state.copy().shape);

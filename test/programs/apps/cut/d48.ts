import * as np from 'numpy-ts';
import { grow as g0, state } from './lib_d47a.ts';
import * as b from './lib_d47b.ts';
console.log(typeof g0);
b.grow();
console.log(state.copy().shape);

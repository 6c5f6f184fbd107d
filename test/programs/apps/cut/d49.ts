import * as np from 'numpy-ts';
import { state } from './lib_d47a.ts';
import { grow as g0 } from './lib_d47a.ts';
import { grow } from './lib_d47b.ts';
console.log(g0 === undefined);
grow();
console.log(state.copy().shape);

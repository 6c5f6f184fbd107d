import * as np from 'numpy-ts';
import { state, bump } from './lib_d81i.ts';
import { bump as b2 } from './lib_d81x.ts';
console.log(bump !== b2);
b2();
console.log(state.copy().shape);

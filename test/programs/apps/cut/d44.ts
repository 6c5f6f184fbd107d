import * as np from 'numpy-ts';
import './lib_d44.cjs';
declare let shared: any;
const o: any = { a: np.zeros([3]) };
shared.o = o;
import './lib_d44.cjs';
import { poke } from './lib_d44b.ts';
poke();
console.log(o.a.copy().shape);

import * as np from 'numpy-ts';
import def, { grow as g, type Foo } from './lib_d80.ts';
import * as all from './lib_d80.ts';
g();
console.log(all.state.copy().shape, def.copy().shape);
const { grow2 } = all;
grow2();
console.log(all.state.copy().shape);
export type X = Foo;

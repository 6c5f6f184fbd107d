import * as np from 'numpy-ts';
import { grow } from './lib_d54.ts';
import { default as d, view } from './lib_d54.ts';
grow();
console.log(view.copy().shape, d.copy().shape);

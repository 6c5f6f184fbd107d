import * as np from 'numpy-ts';
import { s } from './lib_d26a.ts';
import './lib_d26b.ts';
console.log(s.state.copy().shape);

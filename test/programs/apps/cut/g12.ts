import * as np from 'numpy-ts';
import { s } from './lib_g11a.ts';
export const q = s.copy();
import './lib_g12b.ts';

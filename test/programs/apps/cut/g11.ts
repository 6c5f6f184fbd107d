import * as np from 'numpy-ts';
import { s } from './lib_g11a.ts';
import './lib_g11b.ts';
export const q = s.copy();

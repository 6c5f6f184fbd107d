import * as np from 'numpy-ts';
import { s } from './lib_d51s.ts';
export const seen: any = s.a.copy();

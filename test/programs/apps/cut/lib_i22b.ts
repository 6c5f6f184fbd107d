import { A } from './lib_i22a.ts';
export function touch() { A.n = 5; }

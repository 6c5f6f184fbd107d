import { set } from './lib_d81i.ts';
export const extra = 1;
export function bump() { set(4); }

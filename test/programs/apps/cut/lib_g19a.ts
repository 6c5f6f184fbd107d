import * as np from 'numpy-ts';
export * from './lib_g19b.ts';
export function f(x: any) { return x.copy(); }

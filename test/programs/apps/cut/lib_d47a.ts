import * as np from 'numpy-ts';
export * from './lib_d47b.ts';
export let state: any = np.zeros([3]);
export function grow() { state = np.ones([5]); }

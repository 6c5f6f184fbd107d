import * as np from 'numpy-ts';
export * from './lib_f06b.ts';
export const data = np.zeros([400000]);
export function mark() { data.set([0], 1000.5); }

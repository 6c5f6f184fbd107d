import * as np from 'numpy-ts';
export const a = np.zeros([400000]);
export const c = a.copy();
setTimeout(() => { a.set([0], 1000.5); }, 0);

import * as np from 'numpy-ts';
export const b = np.zeros([400000]);
setTimeout(() => { b.set([0], 1000.5); }, 0);

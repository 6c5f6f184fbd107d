import * as np from 'numpy-ts';

const original = np.zeros([300, 300]);
const edited = original.copy();
edited.set([0, 0], 1);
console.log(Number(np.sum(original)), Number(np.sum(edited)));

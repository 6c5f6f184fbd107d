import * as np from 'numpy-ts';

const state = np.ones([300, 300]);
const before = state.copy();
state.fill(5);
console.log(Number(np.sum(before)), Number(np.sum(state)));

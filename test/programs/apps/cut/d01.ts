import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
function grow() { state = np.ones([5]); }
function run() { { function grow() { return 1; } grow(); } grow(); }
run();
console.log(state.copy().shape);

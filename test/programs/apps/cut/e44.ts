import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
const grow = () => { state = np.ones([5]); };
function run(on: boolean) { if (!on) { function grow() {} grow(); } grow(); }
run(true);
console.log(state.copy().shape);

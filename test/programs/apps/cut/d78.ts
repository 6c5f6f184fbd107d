import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
function run(k: number) { switch (k) { case 1: function grow() { return 1; } grow(); } grow(); }
function grow() { state = np.ones([5]); }
run(1);
console.log(state.copy().shape);

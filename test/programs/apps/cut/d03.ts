import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
function poke(f = () => { state = np.ones([5]); }) { var state = 1; f(); return state; }
poke();
console.log(state.copy().shape);

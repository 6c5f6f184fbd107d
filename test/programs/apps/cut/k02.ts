import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
class C<state> { static s = (state = np.ones([5])); x?: state; }
console.log(state.copy().shape);

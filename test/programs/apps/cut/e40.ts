import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
class C<state> { static s = ((state as any) = np.ones([5])); }
console.log(state.copy().shape);

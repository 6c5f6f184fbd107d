import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
(state as any) = np.ones([5]);
console.log(state.copy().shape);

import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
(import.meta as any).grow = () => { state = np.ones([5]); };
(import.meta as any).grow();
console.log(state.copy().shape);

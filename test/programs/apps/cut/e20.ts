import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
(process as any).grow = () => { state = np.ones([5]); };
(process as any).grow();
console.log(state.copy().shape);

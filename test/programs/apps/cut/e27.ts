import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
(np.NDArray as any).grow = () => { state = np.zeros([size]); };
size = 9;
(np.NDArray as any).grow();
console.log(state.copy().shape);

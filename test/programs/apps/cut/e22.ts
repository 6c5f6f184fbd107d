import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
(import.meta as any).grow = () => { state = np.zeros([size]); };
size = 9;
(import.meta as any).grow();
console.log(state.copy().shape);

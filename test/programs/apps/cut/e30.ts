import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
({} as any).__proto__.grow = () => { state = np.zeros([size]); };
size = 9;
([] as any).grow();
console.log(state.copy().shape);

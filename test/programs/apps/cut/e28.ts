import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
(np.NDArray.prototype as any).grow = function () { state = np.zeros([size]); };
size = 9;
(np.zeros([1]) as any).grow();
console.log(state.copy().shape);

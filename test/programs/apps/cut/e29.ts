import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
(function () {} as any).constructor.prototype.grow = () => { state = np.zeros([size]); };
size = 9;
(() => 1 as any)();
((() => 1) as any).grow();
console.log(state.copy().shape);

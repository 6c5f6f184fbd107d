import * as np from 'numpy-ts';
const M: any = Math;
M.floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

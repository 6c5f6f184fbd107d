import * as np from 'numpy-ts';
globalThis.Math.floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

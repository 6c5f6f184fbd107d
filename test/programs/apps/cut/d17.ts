import * as np from 'numpy-ts';
[Math.floor] = [(x: number) => 7];
console.log(np.zeros([Math.floor(3.5)]).shape);

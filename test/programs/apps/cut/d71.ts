import * as np from 'numpy-ts';
const o: any = {};
o.m = Math;
o.m.floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

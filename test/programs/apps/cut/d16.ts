import * as np from 'numpy-ts';
const { prototype: p }: any = Array;
p.map = function () { return [5, 5]; };
console.log(np.zeros([1, 2].map((x) => x)).shape);

import * as np from 'numpy-ts';
const p: any = Array['prototype'];
p.map = function () { return [5, 5]; };
console.log(np.zeros([1, 2].map((x) => x)).shape);

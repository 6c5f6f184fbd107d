import * as np from 'numpy-ts';
function stub(target: any, f: any) { target.map = f; }
stub(Array['prototype'], () => [7, 7]);
console.log(np.zeros([1, 2].map((x) => x)).shape);

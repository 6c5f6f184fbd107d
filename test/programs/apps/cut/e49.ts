import * as np from 'numpy-ts';
function stub(target: any, f: any) { target.isArray = f; }
stub(Array, () => false);
console.log((Array.isArray([1]) ? np.zeros([3]) : np.zeros([7])).copy().shape);

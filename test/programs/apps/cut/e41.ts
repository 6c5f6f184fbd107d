import * as np from 'numpy-ts';
let N: any = np.zeros([3]);
const make = <N,>(x: N) => { N = np.ones([5]); return x; };
make(1);
console.log(N.copy().shape);

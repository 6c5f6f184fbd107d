import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
const grow = <X,>(x: X) => { state = np.ones([5]); return x; };
const g = grow<number>;
g(1);
console.log(state.copy().shape);

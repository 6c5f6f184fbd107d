import * as np from 'numpy-ts';
declare global { interface Math { clamp(x: number): number } }
type Math2 = typeof Math;
const M = (x: any) => x;
M(Math).floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

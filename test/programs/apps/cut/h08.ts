import * as np from 'numpy-ts';
const n = 400000;
let i = 0; while (i < 2) i++; console.log(i);
const x = np.linspace(0, 1, n);
const r = x.multiply(2).add(1).power(2).sqrt(); console.log(Number(np.sum(r)));
function mul(multiplied: number) { return multiplied; } console.log(mul(2));
export const multiplied = [1].map(mul);
{ const scaled = x.multiply(3).add(2).subtract(1); console.log(Number(np.max(scaled))); }

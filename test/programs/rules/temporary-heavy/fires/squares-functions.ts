import { add, linspace, max, multiply } from 'numpy-ts';

const x = linspace(0, 3, 120_000);
const y = linspace(3, 0, 120_000);
// expect: temporary-heavy <<add(add(multiply(x, x), multiply(y, y)), multiply(multiply(x, y), 2))>>
const r = add(add(multiply(x, x), multiply(y, y)), multiply(multiply(x, y), 2));
console.log(Number(max(r)).toFixed(9));

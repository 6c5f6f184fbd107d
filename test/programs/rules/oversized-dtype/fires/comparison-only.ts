import { arange, greater, less, logical_and, sum } from 'numpy-ts';

// The positions are only compared.
// expect: oversized-dtype <<arange(0, 50000)>>
const position = arange(0, 50000);
const inside = logical_and(greater(position, 999), less(position, 2000));
console.log(Number(sum(inside)), Number(sum(position)));

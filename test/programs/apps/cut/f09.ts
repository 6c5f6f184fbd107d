import { zeros, max, sum } from 'numpy-ts';
const a = zeros([400000]);
console.log(Number(max(a)));
{ const blockwise = 3; console.log(blockwise); }
const ones = [1]; console.log(ones);
const z = zeros([400000]); z.set([0], 1);
const k = Number(sum(z.add(1).multiply(2).subtract(1)));
console.log(k);

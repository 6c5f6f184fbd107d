import { count_nonzero, ones } from 'numpy-ts';

const SIDE = 800;
// expect: oversized-dtype <<ones([SIDE, SIDE])>>
const mask = ones([SIDE, SIDE]);
mask.slice('100:200', '300:500').fill(0);
mask.slice('::10').fill(0);
console.log(Number(count_nonzero(mask)));

import { full, max, sum, type NDArray } from 'numpy-ts';

const exposures = full([6, 400, 300], 20, 'uint8');
// expect: upcasting-call <<sum(exposures, 0)>>
const light = sum(exposures, 0) as NDArray;
console.log(Number(max(light)), Number(max(exposures)));

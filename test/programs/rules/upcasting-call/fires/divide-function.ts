import { divide, full, max, sum } from 'numpy-ts';

const depth = full([400, 400], 1000, 'int16');
// expect: upcasting-call <<divide(depth, 8)>>
const metres = divide(depth, 8);
console.log(Number(sum(metres)), Number(max(depth)));

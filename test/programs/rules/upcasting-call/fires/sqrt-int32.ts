import * as np from 'numpy-ts';

const areas = np.full([300, 300], 144, 'int32');
// expect: upcasting-call <<np.sqrt(areas)>>
const sides = np.sqrt(areas);
console.log(Number(np.sum(sides)), Number(np.sum(areas)));

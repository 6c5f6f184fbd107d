import * as np from 'numpy-ts';

const energy = np.full([300, 400], 25, 'int32');
// expect: upcasting-call <<np.power(energy, 0.5)>>
const amplitude = np.power(energy, 0.5);
console.log(Number(np.max(amplitude)), Number(np.max(energy)));

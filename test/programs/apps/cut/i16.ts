import * as np from 'numpy-ts';
let n = 3;
const bump = (k: () => void) => { n = 5; k(); };
process.on('warning', () => { n = 9; });
process.emit('warning', new Error('x'));
console.log(np.zeros([n]).shape, bump.length);

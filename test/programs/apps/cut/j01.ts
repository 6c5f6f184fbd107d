import * as np from 'numpy-ts';
let n = 1;
process.on('grow' as any, () => { n = 1000.5; });
process.emit('grow' as any);
const mask = np.zeros([400000]);
mask.set([0], n);
console.log(Number(np.max(mask)));

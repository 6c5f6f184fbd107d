import * as np from 'numpy-ts';
const a = np.zeros([400000]);
const b = a.copy();
process.on('mark' as any, () => { a.set([0], 1000.5); });
process.emit('mark' as any);
console.log(Number(np.max(b)));

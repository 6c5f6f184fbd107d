import * as np from 'numpy-ts';
let n = 3;
process.on('grow' as any, () => { n = 9; });
class Runner { run() { (process as any).emit('grow'); return this; } }
const r = new Runner();
r.run();
console.log(np.zeros([n]).shape);

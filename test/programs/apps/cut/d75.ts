import * as np from 'numpy-ts';
import process from 'node:process';
let state: any = np.zeros([3]);
process.on('grow' as any, () => { state = np.ones([5]); });
process.emit('grow' as any);
console.log(state.copy().shape);

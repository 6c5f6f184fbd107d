import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
process.on('exit', () => { state = np.ones([5]); });
process.emit('exit', 0);
console.log(state.copy().shape);

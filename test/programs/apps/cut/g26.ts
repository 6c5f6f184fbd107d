import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
process.once('exit', () => { console.log(state.copy().shape); });
process.on('beforeExit', () => { state = np.zeros([size]); });
size = 9;

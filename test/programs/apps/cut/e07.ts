import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
process.on('grow' as any, () => { state = np.zeros([size]); });
size = 9;
process.emit('grow' as any);
console.log(state.copy().shape);

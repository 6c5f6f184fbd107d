import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
const fire = () => { process.emit('grow' as any); return 1; };
process.addListener('grow' as any, () => { state = np.ones([5]); });
export const n = fire();
console.log(state.copy().shape);

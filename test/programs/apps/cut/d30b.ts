import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
process.stdout.write = ((s: any) => { state = np.ones([5]); return true; }) as any;
console.log('hi');
export const t = state.copy();

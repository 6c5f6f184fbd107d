import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
process.stdout.write = ((w: any) => { state = np.zeros([size]); return true; }) as any;
size = 9;
console.log('x');
export const t = (state.copy().shape);

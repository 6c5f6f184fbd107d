import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
Object.defineProperty(process, 'grown', { get() { state = np.zeros([size]); return 1; } });
size = 9;
console.log((process as any).grown);
console.log(state.copy().shape);

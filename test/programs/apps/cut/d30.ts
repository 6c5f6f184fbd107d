import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = ((s: any) => { state = np.ones([5]); return write(s); }) as any;
console.log('hi');
const t = state.shape;
console.log(t, state.copy().shape);

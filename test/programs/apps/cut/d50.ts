import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
const f: any = (async () => {}).constructor;
(f as any).shared = () => { state = np.ones([5]); };
((async () => {}).constructor as any).shared();
console.log(state.copy().shape);

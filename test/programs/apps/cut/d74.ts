import * as np from 'numpy-ts';
import './lib_d74.ts';
let state: any = np.zeros([3]);
process.on('grow' as any, () => { state = np.ones([5]); });
import { fire } from './lib_d74.ts';
fire();
console.log(state.copy().shape);

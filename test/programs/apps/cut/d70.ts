import * as np from 'numpy-ts';
import * as me from './d70.ts';
export let state: any = np.zeros([3]);
export function grow() { state = np.ones([5]); }
me.grow();
console.log(state.copy().shape);

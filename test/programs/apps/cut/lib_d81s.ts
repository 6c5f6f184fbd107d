import * as np from 'numpy-ts';
import { extra } from './lib_d81x.ts';
export let state: any = np.zeros([3]);
export function set(n: number) { state = np.ones([n + extra]); }

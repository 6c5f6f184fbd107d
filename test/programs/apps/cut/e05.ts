import { subscribe, channel } from 'node:diagnostics_channel';
import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
subscribe('grow', () => { state = np.zeros([size]); });
size = 9;
channel('grow').publish(1);
console.log(state.copy().shape);

import * as np from 'numpy-ts';
import dc from 'node:diagnostics_channel';
let state: any = np.zeros([3]);
dc.subscribe('grow', () => { state = np.ones([5]); });
dc.channel('grow').publish(1);
console.log(state.copy().shape);

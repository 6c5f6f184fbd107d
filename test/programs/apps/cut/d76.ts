import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
let state: any = np.zeros([3]);
bus.on('grow', () => { state = np.ones([5]); });
bus.emit('grow');
console.log(state.copy().shape);

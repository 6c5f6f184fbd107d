import * as np from 'numpy-ts';
import vm from 'node:vm';
let size = 3;
let state: any = np.zeros([3]);
process.on('grow' as any, () => { state = np.zeros([size]); });
size = 9;
vm.runInThisContext("process.emit('grow')", {});
console.log(state.copy().shape);

import * as np from 'numpy-ts';
import vm from 'node:vm';
let state: any = np.zeros([3]);
process.on('grow' as any, () => { state = np.zeros([9]); });
vm.runInNewContext("f()", { f() { process.emit('grow' as any); } });
console.log(state.copy().shape);

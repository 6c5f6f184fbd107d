import * as np from 'numpy-ts';
np.configureWasm({ maxMemory: 32 * 1024 * 1024 });
const a = np.ones([1_000_000]);
const b = np.ones([1_000_000]);
const c = np.ones([1_000_000]);
console.log(a.size + b.size + c.size);

import * as np from 'numpy-ts';
const a = np.zeros([400000]);
(process as any).shared = a;
(process as any).shared.fill(1000.5);
console.log(Number(np.max(a)));

import * as np from 'numpy-ts';
class P { n = 1; constructor() { queueMicrotask(() => { this.n = 3; }); } }
const p = new P();
p.n = 5;
await null;
console.log(np.zeros([p.n]).shape);

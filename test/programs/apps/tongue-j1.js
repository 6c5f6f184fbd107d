import * as np from 'numpy-ts';
// in flight removal, plain setTimeout
const p = new Set();
setTimeout(() => { p.delete('a'); }, 0);
p.add('a');
await new Promise((r) => setTimeout(r, 5));
console.log(np.zeros([p.size + 1]).shape);

import * as np from 'numpy-ts';
const m = new Map([['a', 1], ['b', 2]]);
if (process.argv.length > 0) m.clear();
m.set('b', 8).set('a', 9);
console.log(np.zeros([...m.values()]).shape);
const m2 = new Map([['a', 1], ['b', 2]]);
setTimeout(() => { m2.delete('a'); m2.set('a', 1); }, 0);
await new Promise((r) => setTimeout(r, 5));
console.log(np.zeros([...m2.values()]).shape);

import * as np from 'numpy-ts';
const m = new Map([['a', 1], ['b', 2]]);
let n = process.argv.length;
while (n-- > 1) { m.delete('a'); m.set('a', 1); }
console.log(np.zeros([...m.values()]).shape);

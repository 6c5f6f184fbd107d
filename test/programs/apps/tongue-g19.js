import * as np from 'numpy-ts';
const m = new Map([['a', 1], ['b', 2]]);
const key = process.argv.length > 0 ? 'a' : 'b';
m.delete(key);
m.set('a', 5).set('b', 7);
console.log(np.zeros([...m.values()]).shape);

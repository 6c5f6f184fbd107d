import * as np from 'numpy-ts';
const flag = process.argv.length > 0;
const m = new Map([['a', 1], ['b', 2]]);
if (flag) m.delete('a');
m.set('a', 3);
np.zeros([...m.values()]);
const s = new Set([1, 2]);
if (flag) s.delete(1);
s.add(1);
for (const v of s) { np.zeros([v]); break; }

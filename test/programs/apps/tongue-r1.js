import * as np from 'numpy-ts';
const flag = process.argv.length > 99;
const m = new Map([['a', 1], ['b', 2]]);
if (flag) m.delete('a');
m.set('a', 3);
np.zeros([...m.values()]);

// @ts-nocheck
import * as np from 'numpy-ts';
// order after an unsure delete
const flag = process.argv.length > 0;
const key = process.argv.length > 0 ? 'a' : 'b';
const m = new Map([['a', 1], ['b', 2]]);
if (flag) m.delete('a');
m.set('a', 3);
np.zeros([...m.values()]);
const m2 = new Map([['a', 1], ['b', 2]]);
m2.delete(key);
m2.set('a', 5); m2.set('b', 7);
np.zeros([...m2.values()]);
for (const [k, v] of m2) { np.zeros([v]); break; }
const m3 = new Map([['a', 1], ['b', 2], ['c', 3]]);
function drop(k) { m3.delete(k); }
for (const k of ['a', 'b']) if (Math.random() >= 0) drop(k);
m3.set('a', 4); m3.set('b', 6);
np.zeros([...m3.values()]);
const s = new Set([1, 2, 3]);
for (const v of [...s]) if (v * Math.random() >= 0 && v < 3) s.delete(v);
s.add(1); s.add(2);
np.zeros([...s]);
np.zeros([[...s][0], s.size]);
const m4 = new Map([['a', 1], ['b', 2]]);
if (flag) m4.clear();
m4.set('b', 8); m4.set('a', 9);
np.zeros([...m4.values()]);
const first = m4.keys().next().value;
np.zeros([first === 'a' ? 1 : 2]);
const [f0] = m4.values();
np.zeros([f0]);
// records: same story
const o = { a: 1, b: 2 };
if (flag) delete o.a;
o.a = 3;
np.zeros(Object.values(o));
const o2 = { a: 1, b: 2 };
delete o2[key];
o2.a = 5; o2.b = 7;
np.zeros(Object.values(o2));

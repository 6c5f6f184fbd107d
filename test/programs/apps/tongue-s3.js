import * as np from 'numpy-ts';
const m = new Map([['a', 1], ['b', 2]]);
let n = process.argv.length;
while (n-- > 1) { m.delete('a'); m.set('a', 1); }
np.zeros([...m.values()]);
const m2 = new Map([['a', 1], ['b', 2]]);
function rot(k) { const v = m2.get(k); m2.delete(k); m2.set(k, v); }
rot('a'); 
np.zeros([...m2.values()]);
rot('b');
np.zeros([...m2.values()]);
const m3 = new Map([['a', 1], ['b', 2], ['c', 3]]);
for (let i = 0; i < process.argv.length; i++) { const k = [...m3.keys()][0]; const v = m3.get(k); m3.delete(k); m3.set(k, v); np.zeros([v]); }
np.zeros([...m3.values()]);
const m4 = new Map([['a', 1], ['b', 2]]);
[...Array(process.argv.length)].forEach(() => { m4.delete('a'); m4.set('a', 1); });
np.zeros([...m4.values()]);
const m5 = new Map([['a', 1], ['b', 2]]);
function deep(n) { if (n > 0) { m5.delete('a'); m5.set('a', 1); deep(n - 1); } }
deep(process.argv.length);
np.zeros([...m5.values()]);
const m6 = new Map([['a', 1], ['b', 2]]);
try { m6.delete('a'); JSON.parse('{'); m6.clear(); } catch { m6.set('a', 1); }
np.zeros([...m6.values()]);
const m7 = new Map([['a', 1], ['b', 2]]);
for (const k of process.argv) { if (k.length > 0) { m7.delete('a'); } m7.set('a', 1); }
np.zeros([...m7.values()]);
const o = { a: 1, b: 2 };
for (const k of process.argv) { delete o.a; o.a = 1; }
np.zeros(Object.values(o));

import * as np from 'numpy-ts';
const m = new Map([['a', 1], ['b', 2]]);
async function touch(k) { await null; const v = m.get(k); m.delete(k); m.set(k, v); }
const t = touch('a');
await t;
np.zeros([...m.values()]);
const m2 = new Map([['a', 1], ['b', 2]]);
setTimeout(() => { m2.delete('a'); m2.set('a', 1); }, 0);
await new Promise((r) => setTimeout(r, 5));
np.zeros([...m2.values()]);
for (const v of m2.values()) { np.zeros([v]); break; }
const o = { a: 1, b: 2 };
setTimeout(() => { delete o.a; o.a = 1; }, 0);
await new Promise((r) => setTimeout(r, 5));
np.zeros(Object.values(o));

import * as np from 'numpy-ts';
const res = new Map();
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function job(k, ms) { await sleep(ms); res.set(k, ms); }
await Promise.all([job('a', 9), job('b', 2), job('c', 1)]);
np.zeros([...res.values()]);
np.zeros([res.size]);
for (const k of ['a', 'b', 'c']) res.set(k, k === 'a' ? 1 : k === 'b' ? 2 : 3);
np.zeros([...res.values()]);
const out = {};
async function job2(k, ms) { await sleep(ms); out[k] = ms; }
await Promise.all([job2('a', 9), job2('b', 2)]);
out.a = 1; out.b = 2;
np.zeros(Object.values(out));
const st = new Set();
await Promise.all([3, 1, 2].map(async (n) => { await sleep(n * 3); st.add(n); }));
st.add(3).add(1).add(2);
np.zeros([...st]);
for (const v of st) { np.zeros([v]); break; }

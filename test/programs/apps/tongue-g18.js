import * as np from 'numpy-ts';
const out = {};
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
await Promise.all([['a', 9], ['b', 1]].map(async ([k, ms]) => { await sleep(ms); out[k] = np.zeros([ms]); }));
console.log(np.concatenate(Object.values(out)).shape, Object.values(out)[0].shape);
const m = new Map();
await Promise.all([['a', 9], ['b', 1]].map(async ([k, ms]) => { await sleep(ms); m.set(k, np.zeros([ms])); }));
for (const v of m.values()) { console.log(v.add(1).shape); break; }
console.log([...m.values()][0].add(1).shape);
const r = new Map();
async function job(k, ms) { await sleep(ms); r.set(k, ms); }
await Promise.all([job('a', 9), job('b', 1)]);
console.log(np.zeros([...r.values()]).shape);

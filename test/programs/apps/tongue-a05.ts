// @ts-nocheck
import * as np from 'numpy-ts';
// async with maps
const store = new Map([['a', np.zeros([2])]]);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function load(k, n) {
  await sleep(n);
  store.set(k, np.zeros([n], n > 2 ? 'int8' : 'float32'));
  return store.size;
}
const p = Promise.all([load('a', 5), load('b', 3), load('c', 1)]);
np.zeros([store.size]);
store.get('a').add(1);
const sizes = await p;
np.zeros([store.size]);
np.zeros(sizes);
for (const [k, v] of store) v.add(1);
[...store.values()][1].add(1);
store.get('a').add(1);
const cache = new Map();
async function cached(k, make) {
  if (!cache.has(k)) cache.set(k, make());
  return cache.get(k);
}
const [x, y] = await Promise.all([cached('k', async () => np.zeros([3])), cached('k', async () => np.zeros([4]))]);
x.add(1); y.add(1);
const pending = new Map();
function once(k, n) {
  let q = pending.get(k);
  if (!q) { q = sleep(1).then(() => { pending.delete(k); return np.zeros([n]); }); pending.set(k, q); }
  return q;
}
const [u, w] = await Promise.all([once('z', 2), once('z', 6)]);
u.add(1); w.add(1);
np.zeros([pending.size + 1]);
const r3 = await once('z', 7); r3.add(1);
class Bus { h = new Map(); on(e, f) { if (!this.h.has(e)) this.h.set(e, []); this.h.get(e).push(f); return this; } emit(e, ...a) { for (const f of this.h.get(e) ?? []) f(...a); } }
const bus = new Bus(); const got = [];
bus.on('d', (a) => got.push(a)).on('d', (a) => got.push(a.slice('0:1'))).on('e', () => got.push(np.zeros([9])));
bus.emit('d', np.ones([4])); bus.emit('none');
np.zeros([got.length]);
got[0].add(1); got[1].add(1);
const m2 = new Map([['n', 1]]);
setTimeout(() => m2.set('n', 4), 1);
np.zeros([m2.get('n')]);
await sleep(5);
np.zeros([m2.get('n')]);
const m3 = new Map(); const job = (async () => { for (let i = 1; i <= 3; i++) { m3.set(i, np.zeros([i])); await null; } })();
np.zeros([m3.size]); await job; np.zeros([m3.size]);
for await (const [k, v] of m3) v.add(k);

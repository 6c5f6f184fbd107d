// @ts-nocheck
import * as np from 'numpy-ts';
// Things around LRU/memo with recursion + map iteration mutated by callbacks
const memo = new Map<string, any>();
const memoize = (f, key = (...a) => a.join(',')) => { const cache = new Map(); const g = (...a) => { const k = key(...a); if (!cache.has(k)) cache.set(k, f(...a)); return cache.get(k); }; g.cache = cache; return g; };
const z = memoize((a, b) => np.zeros([a, b])); z(2, 3).add(1); z(2, 3).add(1); z(3, 2).add(1); np.zeros([z.cache.size]);
const e = memoize((n) => np.eye(n), () => 'same'); e(2).add(1); e(5).add(1);
const ack = memoize((m, n) => m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1))); np.zeros([ack(2, 2)]);
class Pool { free = new Map(); alloc(n) { const k = String(n); const l = this.free.get(k); if (l?.length) return l.pop(); return np.zeros([n]); } release(a) { const k = String(a.size); if (!this.free.has(k)) this.free.set(k, []); this.free.get(k).push(a); } }
const pool = new Pool(); const p1 = pool.alloc(3); pool.release(p1); const p2 = pool.alloc(3); p2.add(1); np.zeros([p1 === p2 ? 1 : 2]); pool.release(np.zeros([3], 'int8')); pool.alloc(3).add(1); pool.alloc(4).add(1);
class Cache { #m = new Map(); #hits = 0; get(k, mk) { if (this.#m.has(k)) { this.#hits++; return this.#m.get(k); } const v = mk(k); this.#m.set(k, v); return v; } get hits() { return this.#hits; } get size() { return this.#m.size; } evict(p) { for (const [k, v] of this.#m) if (p(k, v)) this.#m.delete(k); } *[Symbol.iterator]() { yield* this.#m.values(); } }
const c = new Cache(); for (const n of [1, 2, 1, 3, 2]) c.get(n, (k) => np.zeros([k])).add(1); np.zeros([c.hits, c.size]); c.evict((k) => k > 2); np.zeros([c.size]); c.get(3, () => np.zeros([9])).add(1); for (const a of c) a.add(1); c.evict((k, v) => v.size > 5); np.zeros([c.size]); c.get(3, () => np.zeros([4], 'int8')).add(1);
const m = new Map([[1, 1], [2, 2], [3, 3]]); for (const [k, v] of m) { if (k < 3) { m.delete(k); m.set(k + 10, v); } if (m.size > 5 || k > 20) break; } np.zeros([...m.values()]); np.zeros([m.size]);
const up = (mp, k, f, d) => mp.set(k, f(mp.get(k) ?? d)); const h = new Map(); up(h, 'a', (a) => np.concatenate([a, np.ones([2])]), np.zeros([1])); up(h, 'a', (a) => np.concatenate([a, np.ones([2])]), np.zeros([1])); h.get('a').add(1);
const tw = new Map([['k', np.zeros([2])]]); const snapshot = new Map(tw); const ent = Object.fromEntries(tw); tw.set('k', np.zeros([3])); snapshot.get('k').add(1); ent.k.add(1); tw.get('k').add(1);
const it = new Map([['a', 2], ['b', 3]]); const ks = [...it.keys()]; it.delete('a'); for (const k of ks) np.zeros([it.get(k) ?? 7]); it.set('a', 9); np.zeros([...it.values()]);
function pick(mm, ...keys) { return new Map(keys.filter((k) => mm.has(k)).map((k) => [k, mm.get(k)])); } np.zeros([pick(it, 'a', 'q').size]); pick(it, 'b').forEach((v) => np.zeros([v])); const swap = (mm) => new Map([...mm].reverse()); np.zeros([...swap(it).values()]); np.zeros([...swap(swap(it)).values()]);
const tries = new Map([['x', new Map([['y', new Map()]])]]); let node = tries; for (const ch of 'xyz') { if (!node.has(ch)) node.set(ch, new Map()); node = node.get(ch); } np.zeros([node.size + 1]); np.zeros([tries.get('x').get('y').size]); 

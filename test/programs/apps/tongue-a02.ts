// @ts-nocheck
import * as np from 'numpy-ts';
// LRU cache
class LRU {
  constructor(max) { this.max = max; this.map = new Map(); }
  get(k) {
    const v = this.map.get(k);
    if (v === undefined) return undefined;
    this.map.delete(k); this.map.set(k, v);
    return v;
  }
  set(k, v) {
    if (this.map.has(k)) this.map.delete(k);
    this.map.set(k, v);
    if (this.map.size > this.max) this.map.delete(this.map.keys().next().value);
    return this;
  }
  get size() { return this.map.size; }
  oldest() { return this.map.entries().next().value; }
}
const c = new LRU(2);
c.set('a', np.zeros([2])); c.set('b', np.zeros([3], 'int8')); 
c.get('a');
c.set('c', np.zeros([4], 'float32'));
np.zeros([c.size]);
c.get('a').add(1);
const b = c.get('b');
np.zeros([b ? 5 : 6]);
c.get('c').add(1);
const [k, v] = c.oldest();
v.add(1);
np.zeros([k === 'a' ? 3 : 4]);
// several caches
const caches = [new LRU(1), new LRU(3)];
for (const q of caches) for (let i = 1; i < 5; i++) q.set(i, np.zeros([i]));
np.zeros([caches[0].size, caches[1].size]);
caches[0].oldest()[1].add(1);
caches[1].oldest()[1].add(1);
for (const q of caches) for (const x of q.map.values()) x.add(1);
// LRU extends Map
class L2 extends Map {
  constructor(max) { super(); this.max = max; }
  set(k, v) { if (this.size >= this.max) this.delete(this.keys().next().value); return super.set(k, v); }
}
const l2 = new L2(2);
l2.set('a', np.zeros([2])).set('b', np.zeros([3])).set('c', np.zeros([4], 'int16'));
np.zeros([l2.size]);
for (const [k, v] of l2) v.add(1);
[...l2.values()][0].add(1);
np.zeros([l2 instanceof Map ? 1 : 2, l2 instanceof L2 ? 1 : 2]);

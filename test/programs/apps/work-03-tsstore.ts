import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

interface Series { t: NDArray; v: NDArray; unit?: string }
interface Query { from: number; to: number; agg?: 'mean' | 'max' | 'min' | 'sum'; step?: number }

class LruCache<K, V> {
  #map = new Map<K, V>();
  hits = 0;
  misses = 0;
  readonly limit: number;
  constructor(limit: number) { this.limit = limit; }
  get(key: K, make: () => V): V {
    const old = this.#map.get(key);
    if (old !== undefined) {
      this.hits++;
      this.#map.delete(key);
      this.#map.set(key, old);
      return old;
    }
    this.misses++;
    const v = make();
    this.#map.set(key, v);
    if (this.#map.size > this.limit) {
      const [first] = this.#map.keys();
      this.#map.delete(first!);
    }
    return v;
  }
  clear(): void { this.#map.clear(); }
}

class Store {
  private series = new Map<string, Series>();
  private cache = new LruCache<string, NDArray>(3);
  readonly capacity: number;
  constructor(capacity = 50_000) { this.capacity = capacity; }

  create(name: string, unit?: string): Series {
    const s: Series = { t: np.arange(this.capacity), v: np.zeros([this.capacity]), unit };
    this.series.set(name, s);
    return s;
  }
  load(name: string, gen: (i: number) => number): void {
    const { v } = this.series.get(name) ?? this.create(name);
    for (let i = 0; i < v.size; i++) v.set([i], gen(i));
    this.cache.clear();
  }
  raw(name: string): NDArray { return this.series.get(name)!.v; }
  snapshot(name: string): NDArray { return this.raw(name).copy() as NDArray; }
  window(name: string, { from, to }: Query): NDArray {
    return this.cache.get(`${name}/${from}/${to}`, () => this.raw(name).slice(`${from}:${to}`).copy() as NDArray);
  }
  query(name: string, q: Query): NDArray | number {
    const w = this.window(name, q);
    const { agg = 'mean', step } = q;
    if (step) {
      const n = Math.floor(w.size / step);
      const m = w.slice(`0:${n * step}`).reshape(n, step);
      switch (agg) {
        case 'mean': return m.mean(1) as NDArray;
        case 'max': return m.max(1) as NDArray;
        case 'min': return m.min(1) as NDArray;
        case 'sum': return m.sum(1) as NDArray;
      }
    }
    return Number(w[agg]());
  }
  patch(name: string, at: number, value: number): void { this.raw(name).set([at], value); }
}

const store = new Store();
store.create('temp', 'C');
store.load('temp', (i) => 20 + 5 * Math.sin(i / 500));
store.load('load', (i) => (i * 7919) % 101);

const temp = store.snapshot('temp');
const live = store.raw('temp');
const w1 = store.window('temp', { from: 0, to: 20000 });
store.patch('temp', 5, 1000);
console.log(temp.get([5]), live.get([5]), w1.get([5]), store.window('temp', { from: 0, to: 20000 }).get([5]));
for (const agg of ['mean', 'max', 'min', 'sum'] as const) {
  const r = store.query('load', { from: 0, to: 10000, agg, step: 100 });
  console.log(agg, typeof r === 'number' ? r : [r.dtype, r.shape, Number(r.get([3]))]);
  console.log(store.query('temp', { from: 100, to: 200, agg }));
}
const smooth = np.convolve(temp, np.full([25], 1 / 25), 'same') as NDArray;
const resid = temp.subtract(smooth);
console.log(smooth.shape, resid.dtype, Number(resid.max()).toFixed(5));
const names = ['temp', 'load'];
const table = np.column_stack(names.map((n) => store.raw(n)));
const [t0, l0] = [table.slice(':', '0'), table.slice(':', '1')];
console.log(table.shape, Number(t0.sum()).toFixed(3), Number(l0.sum()));

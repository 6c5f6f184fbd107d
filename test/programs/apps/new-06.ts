// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// LRU cache with eviction and memo
class Lru<K, V extends { nbytes: number }> {
  #m = new Map<K, V>();
  #bytes = 0;
  hits = 0;
  private readonly limit: number; constructor(limit: number) { this.limit = limit; }
  get(k: K, make: (k: K) => V): V {
    const old = this.#m.get(k);
    if (old !== undefined) { this.hits++; this.#m.delete(k); this.#m.set(k, old); return old; }
    const v = make(k);
    this.#m.set(k, v);
    this.#bytes += v.nbytes;
    while (this.#bytes > this.limit && this.#m.size > 1) {
      const [ek, ev] = this.#m.entries().next().value!;
      this.#m.delete(ek);
      this.#bytes -= ev.nbytes;
    }
    return v;
  }
  get bytes() { return this.#bytes; }
}
const cache = new Lru<number, np.NDArray>(2_000_000);
const basis = (n: number) => np.cos(np.outer(np.arange(n), np.arange(n)).multiply(Math.PI / n));
for (const n of [100, 200, 300, 200, 400, 100]) {
  const b = cache.get(n, basis);
  console.log(n, b.shape, b.nbytes, cache.bytes, cache.hits);
}
const memo = <A extends unknown[], R>(f: (...a: A) => R) => {
  const seen: Record<string, R> = {};
  return (...a: A): R => (seen[a.join()] ??= f(...a));
};
const window = memo((n: number, kind: 'hann' | 'flat' = 'hann') => (kind === 'hann' ? np.sin(np.linspace(0, Math.PI, n)) : np.ones([n], 'float32')));
const w1 = window(65536);
const w2 = window(65536, 'flat');
const w3 = window(65536);
w3.set([0], 5);
console.log(w1.dtype, w2.dtype, Number(w1.get([0])), w1 === w3, w1.nbytes + w2.nbytes);
const frames = np.arange(65536 * 4, undefined, 1, 'float32').reshape(4, 65536);
const tapered = frames.multiply(w2);
const tapered2 = frames.multiply(w1);
console.log(tapered.dtype, tapered2.dtype, tapered.nbytes, tapered2.nbytes);

// @ts-nocheck -- written by reviewers to find wrong facts
// LRU-like chunk cache with classes and typed arrays
import * as np from 'numpy-ts';
class ChunkStore {
  private chunks = new Map<number, np.NDArray>();
  size: number; dtype: 'float32' | 'int16';
  constructor(size: number, dtype: 'float32' | 'int16') { this.size = size; this.dtype = dtype; }
  get(i: number): np.NDArray {
    let c = this.chunks.get(i);
    if (!c) { c = np.full([this.size], i, this.dtype); this.chunks.set(i, c); }
    return c;
  }
  evict(keep: number): void {
    for (const [k, c] of this.chunks) if (k < keep) { c.dispose(); this.chunks.delete(k); }
  }
  bytes(): number { let n = 0; for (const c of this.chunks.values()) n += c.nbytes; return n; }
  all(): np.NDArray { return np.concatenate([...this.chunks.values()]); }
}
const f = new ChunkStore(10000, 'float32'), g = new ChunkStore(5000, 'int16');
for (let i = 0; i < 12; i++) { f.get(i); g.get(i * 2).slice('::2').fill(-i); }
f.evict(4);
console.log(f.bytes(), g.bytes(), f.all().shape, g.all().dtype);
const sums = Array.from({ length: 4 }, (_, i) => Number(g.get(i * 2).sum()));
console.log(sums);
function* blocks(a: np.NDArray, n: number) { for (let s = 0; s < a.shape[0]!; s += n) yield a.slice(`${s}:${Math.min(s + n, a.shape[0]!)}`); }
const big = np.arange(100000).reshape(1000, 100);
let best = -Infinity;
for (const b of blocks(big, 300)) { best = Math.max(best, Number(b.max())); console.log(b.shape); }
console.log(best);
const pool: Float32Array[] = [];
for (let i = 0; i < 5; i++) pool.push(new Float32Array(1000 * (i + 1)));
const views = pool.map((p, i) => p.subarray(0, 500 + i));
console.log(views.map((v) => v.byteLength), np.array(views[4]!).nbytes, np.array(pool[2]!).shape);
const mixed: (np.NDArray | Float64Array)[] = [np.zeros([3]), new Float64Array(4)];
console.log(mixed.map((m) => (m instanceof Float64Array ? m.length : m.size)));
const acc = { mean: np.zeros([100]), n: 0 };
for (let i = 0; i < 50; i++) { acc.n++; acc.mean = acc.mean.add(big.slice(String(i)).subtract(acc.mean).divide(acc.n)); }
console.log(acc.mean.shape, Number(acc.mean.item(5)).toFixed(6));
const nested = { a: { b: [np.ones([10, 10], 'uint8')] } };
nested.a.b.push(np.ones([5], 'uint8'));
console.log(nested.a.b.map((q) => q.nbytes), nested.a.b.at(-1)!.shape, nested.a.b.length);

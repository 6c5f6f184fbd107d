import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Block processing with reused buffers, dispose and finally.
class BufferPool {
  #free = new Map<string, NDArray[]>();
  stats = { hits: 0, misses: 0 };
  acquire(shape: number[], dtype: 'float64' | 'float32' = 'float64'): NDArray {
    const key = `${dtype}:${shape.join('x')}`;
    const list = this.#free.get(key);
    const hit = list?.pop();
    if (hit) { this.stats.hits++; return hit; }
    this.stats.misses++;
    return np.zeros(shape, dtype) as NDArray;
  }
  release(a: NDArray): void {
    const key = `${a.dtype}:${a.shape.join('x')}`;
    const list = this.#free.get(key) ?? [];
    list.push(a);
    this.#free.set(key, list);
  }
  using<T>(shape: number[], f: (a: NDArray) => T): T {
    const a = this.acquire(shape);
    try { return f(a); } finally { this.release(a); }
  }
  [Symbol.dispose](): void {
    for (const list of this.#free.values()) for (const a of list) a.dispose();
    this.#free.clear();
  }
}
const pool = new BufferPool();
const SHAPE = [256, 200];
const inputs = Array.from({ length: 4 }, (_, i) => np.full(SHAPE, i + 1) as NDArray);

function process(x: NDArray): NDArray {
  const buf = pool.acquire(SHAPE);
  np.copyto(buf, x);
  buf.iset(0, 0);
  const r = buf.multiply(2).add(1) as NDArray;
  pool.release(buf);
  return r;
}
const outputs = inputs.map(process);
console.log(outputs.map((o) => Number(o.sum())), pool.stats);

// returns the buffer itself (a bug-like pattern that people rely on)
function borrowed(x: NDArray): NDArray {
  return pool.using(SHAPE, (b) => { np.copyto(b, x); return b; });
}
const b1 = borrowed(inputs[0]!);
const b1Copy = b1.copy() as NDArray;
const b2 = borrowed(inputs[1]!);
console.log(b1 === b2, Number(b1.sum()), Number(b1Copy.sum()), Number(b2.sum()));

function tryAll(xs: NDArray[]): { ok: number; failed: string[] } {
  const failed: string[] = [];
  let ok = 0;
  for (const [i, x] of xs.entries()) {
    let tmp: NDArray | null = null;
    try {
      tmp = x.subtract(2) as NDArray;
      if (Number(tmp.max()) < 0) throw new RangeError(`negative ${i}`);
      np.matmul(tmp, i === 3 ? x : x.T);
      ok++;
    } catch (e) {
      failed.push(e instanceof RangeError ? e.message : 'shape');
    } finally {
      tmp?.dispose();
    }
  }
  return { ok, failed };
}
console.log(tryAll(inputs));

{
  using scratch = np.zeros(SHAPE) as NDArray;
  scratch.fill(4);
  console.log(Number(scratch.sum()));
}

class Stage {
  #out?: NDArray;
  readonly fn: (x: NDArray) => NDArray;
  constructor(fn: (x: NDArray) => NDArray) { this.fn = fn; }
  run(x: NDArray): NDArray {
    const y = this.fn(x);
    if (this.#out && this.#out.shape.join() === y.shape.join()) {
      np.copyto(this.#out, y);
    } else {
      this.#out = y;
    }
    return this.#out;
  }
}
const stages = [new Stage((x) => x.add(1) as NDArray), new Stage((x) => x.multiply(3) as NDArray), new Stage((x) => x.T)];
const results: NDArray[] = [];
const copies: NDArray[] = [];
for (const x of inputs) {
  const y = stages.reduce((acc, s) => s.run(acc), x);
  results.push(y);
  copies.push(y.copy() as NDArray);
}
console.log(results.map((r) => Number(r.sum())), copies.map((c) => Number(c.sum())), results[0]!.shape);
const acc = np.zeros(SHAPE) as NDArray;
for (let i = 0; i < 5; i++) {
  const part = np.full(SHAPE, i).multiply(1.5) as NDArray;
  np.copyto(acc, np.add(acc, part) as NDArray);
  part.dispose();
}
console.log(Number(acc.sum()), acc.dtype, acc.nbytes);
const total = outputs.reduce((s, o) => s + Number(o.mean()), 0);
outputs.forEach((o) => o.dispose());
console.log(total.toFixed(6), pool[Symbol.dispose]() === undefined);

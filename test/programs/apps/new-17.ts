// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// worker-like queue with concurrency limit
type Job<T> = { run: () => Promise<T>; resolve: (v: T) => void; reject: (e: unknown) => void };
class Pool {
  #queue: Job<any>[] = []; #active = 0; readonly limit: number; peak = 0; errors = 0;
  constructor(limit: number) { this.limit = limit; }
  submit<T>(run: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => { this.#queue.push({ run, resolve, reject }); void this.#pump(); });
  }
  async #pump() {
    if (this.#active >= this.limit) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#active++;
    this.peak = Math.max(this.peak, this.#active);
    try { job.resolve(await job.run()); } catch (e) { this.errors++; job.reject(e); } finally { this.#active--; void this.#pump(); }
  }
}
const pool = new Pool(2);
const source = np.arange(400_000, undefined, 1, 'float32').reshape(8, 50_000);
const task = async (i: number) => {
  await null;
  if (i === 5) throw new Error('bad row');
  const row = source.slice(`${i}`);
  return i % 2 ? row.astype('float64').multiply(0.5) : np.sqrt(row);
};
const results = await Promise.all(Array.from({ length: 8 }, (_, i) => pool.submit(() => task(i)).catch(() => np.zeros([50_000], 'int16'))));
const stacked = np.stack(results);
console.log(pool.peak, pool.errors, results.map((r) => r.dtype).join(), stacked.dtype, stacked.shape);
let shared = np.zeros([100_000]);
const tick = async (k: number) => { const before = shared; await null; shared = before.add(k); };
await Promise.all([tick(1), tick(2)]);
console.log(Number(shared.get([0])));
let current = np.ones([200_000], 'uint8');
queueMicrotask(() => { current = current.astype('float32'); });
console.log(current.dtype);
await Promise.resolve();
console.log(current.dtype, current.nbytes);
const shrunk = current.slice('::2');
setTimeout(() => { current = np.zeros([10]); console.log('late', current.nbytes, shrunk.nbytes); }, 0);
const next = current.add(1);
console.log(next.dtype, next.nbytes);

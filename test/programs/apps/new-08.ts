// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// async pipeline with batches and retries
class Transient extends Error { readonly attempt: number; constructor(attempt: number) { super(`try ${attempt}`); this.attempt = attempt; this.name = 'Transient'; } }
const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
async function retry<T>(f: (n: number) => Promise<T>, max = 3): Promise<T> {
  let error: unknown;
  for (let n = 0; n < max; n++) {
    try { return await f(n); } catch (e) { error = e; if (!(e instanceof Transient)) throw e; await sleep(1); }
  }
  throw error;
}
let calls = 0;
async function load(part: number): Promise<np.NDArray> {
  return retry(async (n) => {
    calls++;
    if (part === 2 && n < 1) throw new Transient(n);
    await sleep(1);
    return np.full([60_000, 3], part, n > 0 ? 'float32' : 'int16');
  });
}
async function* stream(parts: number) { for (let p = 0; p < parts; p++) yield await load(p); }
let acc: np.NDArray | null = null;
for await (const chunk of stream(4)) {
  const m = chunk.multiply(2);
  acc = acc === null ? m : np.concatenate([acc, m]);
  console.log(chunk.dtype, acc.shape, acc.dtype);
}
const parallel = await Promise.all([0, 1, 2].map(load));
const merged = np.vstack(parallel);
console.log(merged.dtype, merged.shape, calls);
const settled = await Promise.allSettled([load(1), retry(async () => { throw new Transient(9); }, 2) as Promise<np.NDArray>]);
const good = settled.filter((s) => s.status === 'fulfilled').map((s) => s.value);
console.log(settled.map((s) => s.status), good[0]!.shape);
const raced = await Promise.race([load(1), sleep(200).then(() => np.zeros([3]))]);
const fin = await load(3).then((a) => a.astype('float64')).catch(() => np.zeros([1])).finally(() => console.log('done'));
console.log(raced.shape, fin.dtype, fin.nbytes, acc!.nbytes);

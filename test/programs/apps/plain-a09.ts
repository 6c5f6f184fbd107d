import * as np from 'numpy-ts';
// async loaders
type Batch = { id: number; x: np.NDArray; y: np.NDArray };
const shared = np.zeros([64, 1024]);
async function load(id: number): Promise<Batch> {
  await Promise.resolve();
  shared.fill(id);
  return { id, x: shared.copy(), y: np.full([64], id % 10, 'uint8') };
}
async function loadSlow(id: number): Promise<Batch> {
  const x = np.arange(64 * 1024).reshape(64, 1024).add(id);
  await new Promise((r) => setTimeout(r, 1));
  return { id, x, y: np.full([64], id % 10) };
}
async function* stream(n: number) { for (let i = 0; i < n; i++) yield await load(i); }
const batches = await Promise.all([load(1), load(2), load(3)]);
console.log(batches.map((b) => Number(np.mean(b.x))), Number(np.mean(shared)));
const slow = await Promise.all([1, 2].map(loadSlow));
const joined = np.concatenate(slow.map((b) => b.x), 0);
console.log(joined.shape, joined.dtype, Number(np.max(joined)));
let total = 0;
for await (const b of stream(4)) { total += Number(np.sum(b.x)); console.log(b.y.dtype, b.x.shape); }
console.log(total);
const results = await Promise.allSettled([load(9), Promise.reject(new Error('no'))]);
for (const r of results) if (r.status === 'fulfilled') console.log(Number(np.mean(r.value.x))); else console.log(r.reason.message);
const frozen = shared.copy();
const task = load(20);
console.log(Number(np.mean(frozen)));
await task;
console.log(Number(np.mean(frozen)), Number(np.mean(shared)));

import * as np from 'numpy-ts';
// async pipelines
const wait = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
async function fetchChunk(i: number): Promise<np.NDArray> {
  await wait(1);
  return np.full([128], i, 'float32');
}
async function all() {
  const parts = await Promise.all([0, 1, 2, 3].map(fetchChunk));
  return np.concatenate(parts);
}
const joined = await all();
async function* stream(n: number) {
  for (let i = 0; i < n; i++) yield await fetchChunk(i);
}
let total = np.zeros([128]);
for await (const c of stream(3)) total = total.add(c);
const cache = new Map<number, np.NDArray>();
async function cached(i: number) {
  if (!cache.has(i)) cache.set(i, await fetchChunk(i));
  return cache.get(i)!;
}
const c1 = await cached(1);
const c2 = await cached(1);
const both = np.stack([c1, c2]);
let latest: np.NDArray | undefined;
const timer = new Promise<void>((resolve) => {
  setTimeout(() => {
    latest = np.ones([4, 4]);
    resolve();
  }, 1);
});
await timer;
const shape = latest?.shape;
const results = await Promise.allSettled([fetchChunk(5), Promise.reject(new Error('x'))]);
const okOnes = results.filter((r) => r.status === 'fulfilled').map((r) => (r as PromiseFulfilledResult<np.NDArray>).value);
const first = okOnes[0];
const queue: np.NDArray[] = [];
const producer = (async () => {
  for (let i = 0; i < 3; i++) {
    queue.push(np.arange(i + 1));
    await wait(0);
  }
})();
await producer;
const last = queue.pop()!;
console.log(joined.shape, total.dtype, both.shape, shape, first.shape, last.shape, queue.length);

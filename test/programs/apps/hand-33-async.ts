import * as np from 'numpy-ts';

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
async function fetchFrame(i: number, size = 256): Promise<np.NDArray> {
  await sleep(1);
  return np.full([size, size], i, 'uint8');
}
async function* stream(n: number): AsyncGenerator<np.NDArray> {
  for (let i = 0; i < n; i++) yield await fetchFrame(i);
}
async function average(n: number): Promise<np.NDArray> {
  let sum = np.zeros([256, 256], 'uint32');
  let seen = 0;
  for await (const frame of stream(n)) {
    sum = sum.add(frame);
    seen++;
  }
  return sum.divide(seen);
}
const avg = await average(5);
console.log(avg.dtype, avg.shape, avg.get([0, 0]), avg.nbytes);
const frames = await Promise.all([1, 2, 3].map((i) => fetchFrame(i, 64)));
const cube = np.stack(frames);
console.log(cube.shape, cube.dtype, cube.nbytes, frames[1].shape);
const [first, ...rest] = frames;
console.log(first.get([0, 0]), rest.length);
const med = np.median(cube, 0) as np.NDArray;
const proj = cube.max(0) as np.NDArray;
console.log(med.dtype, med.shape, proj.dtype);

class Recorder {
  #ring: np.NDArray;
  #at = 0;
  static readonly CHANNELS = 2;
  readonly capacity: number;
  constructor(capacity = 1024) {
    this.capacity = capacity;
    this.#ring = np.zeros([capacity, Recorder.CHANNELS], 'int16');
  }
  async push(block: np.NDArray): Promise<void> {
    await sleep(0);
    for (const row of block) {
      np.copyto(this.#ring.slice(String(this.#at)), row as np.NDArray);
      this.#at = (this.#at + 1) % this.capacity;
    }
  }
  snapshot(): np.NDArray {
    return np.roll(this.#ring, -this.#at, 0);
  }
  get view(): np.NDArray { return this.#ring; }
}
const rec = new Recorder(8);
await rec.push(np.arange(6).reshape(3, 2).astype('int16'));
const snap = rec.snapshot();
console.log(snap.dtype, snap.shape, snap.tolist(), rec.view.base);
const results = await Promise.allSettled([fetchFrame(9, 4), Promise.reject(new Error('no'))]);
for (const r of results) console.log(r.status === 'fulfilled' ? r.value.shape : r.reason.message);
const then = await fetchFrame(3, 8).then((f) => f.astype('float32').divide(2));
console.log(then.dtype, then.shape);

import { EventEmitter } from 'node:events';
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

type Reading = { sensor: string; at: number; values: NDArray };

class SensorHub extends EventEmitter {
  private buffers: Record<string, NDArray> = {};
  private cursor: Record<string, number> = {};
  static readonly SIZE = 100_000;
  register(id: string): void {
    this.buffers[id] = np.zeros([SensorHub.SIZE], 'float32');
    this.cursor[id] = 0;
    this.emit('registered', id);
  }
  push(r: Reading): void {
    const buf = this.buffers[r.sensor];
    if (!buf) { this.emit('dropped', r.sensor); return; }
    const n = r.values.size;
    let at = this.cursor[r.sensor]!;
    if (at + n > SensorHub.SIZE) at = 0;
    np.copyto(buf.slice(`${at}:${at + n}`) as NDArray, r.values);
    this.cursor[r.sensor] = at + n;
    this.emit('data', r.sensor, buf);
  }
  latest(id: string, n: number): NDArray {
    const at = this.cursor[id] ?? 0;
    return this.buffers[id]!.slice(`${Math.max(0, at - n)}:${at}`) as NDArray;
  }
  dump(id: string): NDArray { return this.buffers[id]!.copy() as NDArray; }
}

class AsyncQueue<T> {
  #items: T[] = [];
  #waiting: ((v: T) => void)[] = [];
  put(v: T): void {
    const w = this.#waiting.shift();
    if (w) w(v);
    else this.#items.push(v);
  }
  take(): Promise<T> {
    const v = this.#items.shift();
    return v !== undefined ? Promise.resolve(v) : new Promise((r) => this.#waiting.push(r));
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (let i = 0; i < 4; i++) yield await this.take();
  }
}

const sleep = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms));
const hub = new SensorHub();
const seen: string[] = [];
const totals = new Map<string, number>();
hub.on('registered', (id: string) => seen.push(id));
hub.on('dropped', (id: string) => console.log('dropped', id));
let lastBuffer: NDArray | undefined;
hub.on('data', (id: string, buf: NDArray) => {
  lastBuffer = buf;
  totals.set(id, Number(np.sum(buf)));
});
for (const id of ['a', 'b', 'c']) hub.register(id);

const queue = new AsyncQueue<Reading>();
function make(sensor: string, at: number, n: number): Reading {
  const values = np.arange(n).multiply(0.5).add(at).astype('float32') as NDArray;
  return { sensor, at, values };
}

async function producer(id: string, delay: number): Promise<NDArray> {
  const before = hub.dump(id);
  await sleep(delay);
  queue.put(make(id, delay, 1000));
  return before;
}
async function consumer(): Promise<number> {
  let n = 0;
  for await (const r of queue) {
    hub.push(r);
    n += r.values.size;
  }
  return n;
}

const all = Promise.all([producer('a', 5), producer('b', 10), producer('c', 15), producer('zz', 20).catch((e: Error) => { queue.put(make('zz', 20, 10)); return e.constructor.name; })]);
const count = await consumer();
const befores = await all;
console.log(count, seen, [...totals.entries()].sort());
for (const b of befores) console.log(typeof b === 'string' ? b : Number((b as NDArray).sum()));

const shared = np.zeros([200, 200]);
const before = shared.copy() as NDArray;
const timer = new Promise<void>((resolve) => {
  setTimeout(() => {
    shared.fill(3);
    resolve();
  }, 5);
});
console.log('before', Number(before.sum()), Number(shared.sum()));
await timer;
console.log('after', Number(before.sum()), Number(shared.sum()));

hub.once('data', (_id: string, buf: NDArray) => { buf.set([0], -1); });
const snap = hub.dump('a');
hub.push(make('a', 1, 100));
console.log(snap.get([0]), hub.dump('a').get([0]), lastBuffer === undefined, snap.dtype, snap.nbytes);
const lat = hub.latest('a', 10);
const latCopy = lat.copy() as NDArray;
process.nextTick(() => { lat.fill(9); });
await sleep(1);
console.log(Number(lat.sum()), Number(latCopy.sum()).toFixed(2), lat.shape);
const stats = await Promise.all(['a', 'b', 'c'].map(async (id) => {
  const d = hub.dump(id);
  await null;
  return { id, mean: Number(d.mean()).toFixed(4), std: Number(d.std()).toFixed(4), max: d.max() };
}));
console.log(stats);

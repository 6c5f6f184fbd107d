import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

class FrameRing {
  #slots: NDArray;
  #head = 0;
  #count = 0;
  readonly capacity: number;
  #subscribers: Array<(f: NDArray, i: number) => void> = [];
  constructor(capacity: number, h: number, w: number) {
    this.capacity = capacity;
    this.#slots = np.zeros([capacity, h, w], 'uint8');
  }
  subscribe(fn: (f: NDArray, i: number) => void): this { this.#subscribers.push(fn); return this; }
  write(frame: NDArray): void {
    const slot = this.#slots.slice(String(this.#head)) as NDArray;
    np.copyto(slot, frame);
    this.#subscribers.forEach((fn) => fn(slot, this.#count));
    this.#head = (this.#head + 1) % this.capacity;
    this.#count++;
  }
  peek(back = 0): NDArray {
    const i = (this.#head - 1 - back + this.capacity * 2) % this.capacity;
    return this.#slots.slice(String(i)) as NDArray;
  }
  take(back = 0): NDArray { return this.peek(back).copy() as NDArray; }
  *[Symbol.iterator](): IterableIterator<NDArray> {
    for (let i = Math.min(this.#count, this.capacity) - 1; i >= 0; i--) yield this.peek(i);
  }
  get all(): NDArray { return this.#slots; }
  get size(): number { return Math.min(this.#count, this.capacity); }
}
function* camera(n: number, h: number, w: number): Generator<NDArray, string> {
  const base = np.arange(h * w).reshape(h, w).mod(256).astype('uint8') as NDArray;
  for (let i = 0; i < n; i++) yield np.roll(base, i * 3, 1) as NDArray;
  return 'end';
}
const H = 120;
const W = 160;
const ring = new FrameRing(4, H, W);
const kept: NDArray[] = [];
const copied: NDArray[] = [];
const diffs: number[] = [];
ring.subscribe((f, i) => { if (i % 3 === 0) kept.push(f); }).subscribe((f, i) => { if (i % 3 === 0) copied.push(f.copy() as NDArray); });
const it = camera(10, H, W);
let step = it.next();
while (!step.done) {
  const prev = ring.take();
  ring.write(step.value);
  const cur = ring.peek();
  const d = np.subtract(cur.astype('int16'), prev.astype('int16')) as NDArray;
  diffs.push(Number(np.abs(d).sum()));
  step = it.next();
}
console.log(step.value, diffs);
console.log(kept.map((k) => Number(k.get([0, 0]))), copied.map((k) => Number(k.get([0, 0]))));
console.log([...ring].map((f) => f.shape.join('x') + ':' + Number(f.get([0, 5]))));
const mean = ring.all.mean(0) as NDArray;
const background = np.median(ring.all, 0) as NDArray;
const maxp = ring.all.max(0) as NDArray;
console.log(mean.dtype, mean.shape, background.dtype, maxp.dtype, maxp.nbytes);
const fg = np.greater(np.abs(np.subtract(ring.peek().astype('float32'), background.astype('float32'))), 20) as NDArray;
const bbox = [0, 1].map((ax) => {
  const hit = np.flatnonzero(np.any(fg, ax) as NDArray);
  return hit.size ? [Number(hit.get([0])), Number(hit.get([-1]))] : null;
});
console.log(fg.dtype, Number(np.count_nonzero(fg)), bbox);
const clip = ring.all.copy() as NDArray;
const montage = np.concatenate([0, 1, 2, 3].map((i) => clip.slice(String(i)) as NDArray), 1) as NDArray;
ring.all.fill(0);
console.log(montage.shape, montage.dtype, Number(montage.sum()), Number(clip.sum()), Number(ring.all.sum()));
const bright = clip.astype('uint16').multiply(3) as NDArray;
const sat = np.minimum(bright, 255).astype('uint8') as NDArray;
console.log(bright.dtype, Number(bright.max()), Number(sat.sum()));
const small = clip.slice(':', '::2', '::2') as NDArray;
const smallCopy = np.ascontiguousarray(small) as NDArray;
small.slice('0').fill(1);
console.log(small.shape, Number(small.slice('0').sum()), Number(smallCopy.slice('0').sum()) === 4800, Number(clip.slice('0').sum()) !== 0);
const [f0, ...others] = [...camera(3, H, W)];
console.log(f0!.dtype, others.length, others.every((o) => o.nbytes === f0!.nbytes));

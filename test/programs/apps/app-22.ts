// Sensor ring buffer with typed arrays, subarrays, statistics; a bitmap; run-length encoding; delta coding.
import * as np from 'numpy-ts';

class Ring {
  private readonly data: Float64Array;
  private at = 0;
  private full = false;

  constructor(capacity: number) {
    this.data = new Float64Array(capacity);
  }

  push(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) {
      this.data[this.at++] = values[i]!;
      if (this.at === this.data.length) {
        this.at = 0;
        this.full = true;
      }
    }
  }

  ordered(): Float64Array {
    if (!this.full) return this.data.slice(0, this.at);
    const out = new Float64Array(this.data.length);
    out.set(this.data.subarray(this.at), 0);
    out.set(this.data.subarray(0, this.at), this.data.length - this.at);
    return out;
  }

  toNumpy(): np.NDArray {
    return np.array(this.ordered());
  }

  peek(n: number): Float64Array {
    return this.ordered().slice(-n);
  }
}

function rle(bits: Uint8Array): Uint32Array {
  const runs: number[] = [];
  let run = 0;
  let current = bits[0] ?? 0;
  for (const b of bits) {
    if (b === current) run++;
    else {
      runs.push(run);
      run = 1;
      current = b;
    }
  }
  runs.push(run);
  return Uint32Array.from(runs);
}

function delta(values: Int32Array): Int32Array {
  const out = new Int32Array(values);
  for (let i = out.length - 1; i > 0; i--) out[i] = out[i]! - out[i - 1]!;
  return out;
}

function undelta(d: Int32Array): Int32Array {
  const out = d.slice();
  for (let i = 1; i < out.length; i++) out[i] = out[i]! + out[i - 1]!;
  return out;
}

const ring = new Ring(100_000);
for (let b = 0; b < 13; b++) {
  const block = Float64Array.from({ length: 10_000 }, (_, i) => Math.sin((b * 10_000 + i) / 500));
  ring.push(block);
}
const snap = ring.toNumpy();
console.log('snap', snap.shape, snap.dtype, Number(np.mean(snap)).toFixed(6));
const tail = ring.peek(50_000);
console.log('tail', tail.length, tail[0]!.toFixed(6));

const bitmap = new Float64Array(256 * 1024);
for (let i = 0; i < bitmap.length; i++) bitmap[i] = (i >> 6) & 1;
const runs = rle(new Uint8Array(bitmap));
console.log('runs', runs.length, runs[1]);
const grid = np.array(bitmap).reshape(512, 512);
const columns = np.sum(grid, 0) as np.NDArray;
console.log('grid', grid.dtype, Number(np.sum(columns)));

const ticks = new Int32Array(200_000);
for (let i = 0; i < ticks.length; i++) ticks[i] = i * 3 + (i % 7);
const d = delta(ticks);
const restored = undelta(d);
let same = true;
for (let i = 0; i < ticks.length; i++) same &&= ticks[i] === restored[i];
console.log('delta', same, d[1], Math.max(...d.subarray(1, 1000)));
const packed = new Int8Array(d);
console.log('packed', packed.byteLength, packed[5]);
const spike = np.greater(np.absolute(np.diff(snap)), 0.0019);
const flags = spike.astype('float64');
console.log('spike', Number(np.sum(flags)), flags.shape);
const copyOfTail = Float64Array.from(tail);
let energy = 0;
for (const v of copyOfTail) energy += v * v;
console.log('energy', energy.toFixed(4));
const table = np.zeros([1000, 500]);
for (let r = 0; r < 1000; r++) table.slice(String(r)).fill(r % 128);
console.log('table', Number(np.sum(table)), Number(np.mean(table)));
const lut = new Float64Array(65536);
for (let i = 0; i < lut.length; i++) lut[i] = i >> 8;
let acc = 0;
for (let i = 0; i < 65536; i += 3) acc += lut[i]!;
console.log('lut', acc);

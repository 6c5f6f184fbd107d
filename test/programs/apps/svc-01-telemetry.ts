/** A telemetry service: repositories and services by constructor injection, events, a bounded window per device. */
import { EventEmitter } from 'node:events';
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

interface Clock {
  now(): number;
}

interface Reading {
  device: string;
  at: number;
  samples: Float32Array;
}

interface WindowStore {
  append(reading: Reading): void;
  window(device: string): NDArray | null;
  devices(): string[];
}

class FixedClock implements Clock {
  private t = 0;
  now(): number {
    this.t += 250;
    return this.t;
  }
}

class RingStore implements WindowStore {
  private readonly rings = new Map<string, Float32Array>();
  private readonly heads = new Map<string, number>();

  private readonly length: number;
  private readonly channels: number;

  constructor(length: number, channels: number) {
    this.length = length;
    this.channels = channels;
  }

  append(reading: Reading): void {
    let ring = this.rings.get(reading.device);
    if (!ring) {
      ring = new Float32Array(this.length * this.channels);
      this.rings.set(reading.device, ring);
      this.heads.set(reading.device, 0);
    }
    const head = this.heads.get(reading.device)!;
    ring.set(reading.samples, head * this.channels);
    this.heads.set(reading.device, (head + 1) % this.length);
  }

  window(device: string): NDArray | null {
    const ring = this.rings.get(device);
    return ring ? np.array(ring).reshape(this.length, this.channels) : null;
  }

  devices(): string[] {
    return [...this.rings.keys()].sort();
  }
}

interface Stats {
  mean: NDArray;
  std: NDArray;
  peak: number;
}

class StatsService extends EventEmitter {
  private readonly baseline: NDArray;

  private readonly store: WindowStore;
  private readonly clock: Clock;

  constructor(store: WindowStore, clock: Clock, options: { channels?: number; threshold?: number } = {}) {
    super();
    this.store = store;
    this.clock = clock;
    const { channels = 3, threshold = 2.5 } = options;
    this.threshold = threshold;
    this.baseline = np.zeros([channels], 'float32');
  }

  private readonly threshold: number;

  stats(device: string): Stats | undefined {
    const w = this.store.window(device);
    if (!w) return undefined;
    const mean = np.mean(w, 0) as NDArray;
    const std = np.std(w, 0) as NDArray;
    const centred = w.subtract(mean);
    const z = centred.divide(std.add(1e-6));
    const peak = Number(np.max(np.abs(z)));
    if (peak > this.threshold) this.emit('anomaly', device, this.clock.now(), z);
    return { mean, std, peak };
  }

  drift(device: string): NDArray {
    const s = this.stats(device);
    if (!s) throw new Error(`no data for ${device}`);
    return s.mean.subtract(this.baseline);
  }
}

function synthesise(device: string, n: number, channels: number): Reading[] {
  const out: Reading[] = [];
  for (let i = 0; i < n; i++) {
    const samples = new Float32Array(channels);
    for (let c = 0; c < channels; c++) samples[c] = Math.sin(i * 0.3 + c) + (i === 17 ? 8 : 0);
    out.push({ device, at: i, samples });
  }
  return out;
}

const store = new RingStore(32, 3);
const service = new StatsService(store, new FixedClock(), { threshold: 3 });
const seen: string[] = [];
service.on('anomaly', (device: string, at: number, z: NDArray) => {
  const worst = np.argmax(np.abs(z).ravel());
  seen.push(`${device}@${at}#${worst}`);
});

for (const device of ['pump', 'valve']) {
  for (const r of synthesise(device, 40, 3)) store.append(r);
}
const report = store.devices().map((d) => ({ d, s: service.stats(d)!, drift: service.drift(d) }));
for (const { d, s, drift } of report) {
  console.log(d, s.peak.toFixed(3), s.mean.shape, drift.tolist().length);
}
console.log(seen.length);

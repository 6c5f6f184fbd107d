import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

const RATE = 8000;
const tone = (freq: number, secs: number, amp = 0.5): NDArray => {
  const t = np.arange(0, secs, 1 / RATE);
  return np.sin(t.multiply(2 * Math.PI * freq)).multiply(amp) as NDArray;
};

function hann(n: number): NDArray {
  const k = np.arange(n);
  return np.subtract(np.full([n], 0.5), np.cos(k.multiply((2 * Math.PI) / (n - 1))).multiply(0.5)) as NDArray;
}

class Analyser {
  static readonly BANDS = { low: [0, 300], mid: [300, 2000], high: [2000, 4000] } as const;
  readonly size: number;
  readonly hop: number;
  private window: NDArray;
  constructor({ size = 512, hop = size / 2 }: { size?: number; hop?: number } = {}) {
    this.size = size;
    this.hop = hop;
    this.window = hann(size);
  }
  frames(x: NDArray): NDArray {
    const n = 1 + Math.floor((x.size - this.size) / this.hop);
    const out = np.empty([n, this.size]);
    for (let i = 0; i < n; i++) {
      const f = x.slice(`${i * this.hop}:${i * this.hop + this.size}`);
      np.copyto(out.slice(String(i)) as NDArray, f as NDArray);
    }
    return out;
  }
  spectrogram(x: NDArray): NDArray {
    const fr = this.frames(x).multiply(this.window) as NDArray;
    const spec = np.fft.rfft(fr, this.size, 1);
    return np.abs(spec) as NDArray;
  }
  bands(spec: NDArray): Record<string, number> {
    const freqs = np.fft.rfftfreq(this.size, 1 / RATE);
    const out: Record<string, number> = {};
    for (const [name, [lo, hi]] of Object.entries(Analyser.BANDS)) {
      const m = np.logical_and(freqs.greater_equal(lo), freqs.less(hi));
      const idx = np.flatnonzero(m as NDArray);
      const sub = np.take(spec, idx.tolist() as number[], 1);
      out[name] = Number(np.mean(sub));
    }
    return out;
  }
}

const mix = np.add(tone(220, 2), np.add(tone(1000, 2, 0.25), tone(3000, 2, 0.1))) as NDArray;
const pcm = np.clip(mix.multiply(32767), -32768, 32767).astype('int16') as NDArray;
const back = pcm.astype('float32').divide(32768) as NDArray;
console.log(mix.shape, pcm.dtype, pcm.nbytes, back.dtype);
const a = new Analyser();
const S = a.spectrogram(mix);
console.log(S.shape, S.dtype, S.nbytes);
const db = np.log10(np.maximum(S, 1e-10)).multiply(20) as NDArray;
console.log(Number(db.max()).toFixed(3));
const peak = np.argmax(S, 1) as NDArray;
console.log(peak.dtype, peak.shape, peak.get([4]));
for (const [k, v] of Object.entries(a.bands(S))) console.log(k, v.toFixed(4));

const power = np.square(S);
const norm = power.divide(np.sum(power, 1, true) as NDArray);
const freqs = np.fft.rfftfreq(512, 1 / RATE).reshape(1, 257);
const centroid = np.sum(np.multiply(norm, freqs), 1) as NDArray;
console.log(centroid.shape, Number(centroid.mean()).toFixed(2));

const stereo = np.stack([back, np.flip(back)], 1);
const left = stereo.slice(':', '0');
const swapped = np.flip(stereo, 1);
left.fill(0);
console.log(stereo.dtype, Number(np.abs(stereo).sum()).toFixed(3), Number(np.abs(swapped).sum()).toFixed(3));
const env: number[] = [];
for (const f of a.frames(mix)) {
  if (f instanceof np.NDArray) env.push(Math.sqrt(Number(f.square().mean())));
}
console.log(env.length, env.slice(0, 3).map((e) => e.toFixed(4)));

import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Spectrogram tool with configuration objects, lazily computed members and an export stage
interface Config { fft: number; hop: number; window?: 'hann' | 'rect'; scale?: { kind: 'db'; floor?: number } | { kind: 'linear' } }
const PRESETS: Record<string, Config> = {
  speech: { fft: 256, hop: 128, window: 'hann', scale: { kind: 'db', floor: -80 } },
  music: { fft: 512, hop: 256, scale: { kind: 'linear' } },
};

function chirp(n: number, f0: number, f1: number): NDArray {
  const t = np.linspace(0, 1, n);
  const phase = np.add(t.multiply(2 * Math.PI * f0), np.square(t).multiply(Math.PI * (f1 - f0)));
  return np.sin(phase) as NDArray;
}
class Spectrogram {
  readonly config: Required<Config>;
  readonly signal: NDArray;
  #power?: NDArray;
  #mel?: Map<number, NDArray>;
  constructor(signal: NDArray, { window = 'rect', scale = { kind: 'linear' }, ...rest }: Config) {
    this.signal = signal;
    this.config = { window, scale, ...rest };
  }
  get power(): NDArray {
    if (this.#power === undefined) {
      const { fft, hop, window } = this.config;
      const count = Math.floor((this.signal.size - fft) / hop) + 1;
      const rows: NDArray[] = [];
      const w = window === 'hann' ? (np.cos(np.arange(fft).multiply((2 * Math.PI) / fft)).multiply(-0.5).add(0.5) as NDArray) : (np.ones([fft]) as NDArray);
      for (let i = 0; i < count; i++) {
        const seg = this.signal.slice(`${i * hop}:${i * hop + fft}`) as NDArray;
        rows.push(np.square(np.abs(np.fft.rfft(seg.multiply(w)))) as NDArray);
      }
      this.#power = np.stack(rows) as NDArray;
    }
    return this.#power;
  }
  mel(bands: number): NDArray {
    this.#mel ??= new Map();
    let f = this.#mel.get(bands);
    if (!f) {
      const bins = this.config.fft / 2 + 1;
      f = np.zeros([bands, bins]);
      const edges = np.geomspace(1, bins, bands + 2).tolist() as number[];
      for (let b = 0; b < bands; b++) {
        const [lo = 0, mid = 0, hi = 0] = edges.slice(b, b + 3).map(Math.floor);
        for (let k = lo; k < mid; k++) f.set([b, k], (k - lo) / Math.max(1, mid - lo));
        for (let k = mid; k < hi; k++) f.set([b, k], (hi - k) / Math.max(1, hi - mid));
      }
      this.#mel.set(bands, f);
    }
    return np.matmul(this.power, f.T) as NDArray;
  }
  scaled(): NDArray {
    const { scale } = this.config;
    switch (scale.kind) {
      case 'db': return np.maximum(np.log10(np.maximum(this.power, 1e-12)).multiply(10), scale.floor ?? -100) as NDArray;
      case 'linear': return np.sqrt(this.power) as NDArray;
    }
  }
  toImage(): NDArray {
    const s = this.scaled();
    const lo = Number(s.min());
    const hi = Number(s.max());
    const unit = s.subtract(lo).divide(hi - lo || 1);
    return np.flipud(np.rint(unit.multiply(255)).astype('uint8').T) as NDArray;
  }
}
const sig = chirp(40_000, 50, 8000);
for (const [name, cfg] of Object.entries(PRESETS)) {
  try {
    const sp = new Spectrogram(sig, cfg.window === 'hann' ? { ...cfg, window: undefined } : cfg);
    const img = sp.toImage();
    console.log(name, sp.power.shape, sp.power.dtype, img.dtype, img.shape, Number(img.sum()));
    const m = sp.mel(20);
    console.log(m.shape, m.dtype, Number(m.sum()).toFixed(3), sp.mel(20) === m);
    sp.power.fill(1);
    console.log(Number(sp.scaled().sum()).toFixed(3), Number(sig.sum()).toFixed(6));
  } catch (e) {
    console.log(name, (e as Error).constructor.name);
  }
}
const fullSpec = np.fft.fft2(np.stack([sig, np.flip(sig)]));
const mag = np.abs(fullSpec) as NDArray;
const ang = np.angle(fullSpec) as NDArray;
console.log(fullSpec.dtype, fullSpec.nbytes, mag.dtype, ang.shape);
const shifted = np.fft.fftshift(mag, 1);
console.log(Number(shifted.max()).toFixed(2), np.shares_memory(shifted, mag));
const rec = np.real(np.fft.ifft2(fullSpec)).slice('0') as NDArray;
console.log(Number(np.abs(rec.subtract(sig)).max()) < 1e-9, rec.dtype);
const q8 = np.round(sig.multiply(127)).astype('int8') as NDArray;
const mu = np.multiply(np.sign(sig), np.log1p(np.abs(sig).multiply(255)).divide(Math.log(256))) as NDArray;
console.log(q8.dtype, q8.nbytes, mu.dtype, Number(mu.max()).toFixed(4), Number(q8.min()));

// Audio DSP: synth, windowed STFT, spectral features, envelope, fades, mixing, WAV encoding.
import * as np from 'numpy-ts';

const SAMPLE_RATE = 22050;
const SECONDS = 8;

class Track {
  readonly samples: np.NDArray;
  private readonly cache = new Map<number, np.NDArray>();
  readonly name: string;
  gain = 1;

  constructor(name: string, freq: number, seconds = SECONDS) {
    this.name = name;
    const t = np.arange(SAMPLE_RATE * seconds).divide(SAMPLE_RATE);
    this.samples = np.sin(t.multiply(2 * Math.PI * freq)).multiply(0.5);
  }

  window(n: number): np.NDArray {
    let w = this.cache.get(n);
    if (!w) {
      const k = np.arange(n);
      w = np.cos(k.multiply((2 * Math.PI) / (n - 1))).multiply(-0.5).add(0.5);
      this.cache.set(n, w);
    }
    return w;
  }

  frames(size: number, hop: number): np.NDArray {
    const n = Math.floor((this.samples.size - size) / hop) + 1;
    const out = np.empty([n, size]);
    const win = this.window(size);
    for (let i = 0; i < n; i++) {
      const seg = this.samples.slice(`${i * hop}:${i * hop + size}`).copy();
      const weighted = seg.multiply(win);
      np.copyto(out.slice(String(i)), weighted);
    }
    return out;
  }

  faded(ms: number): np.NDArray {
    const out = this.samples.copy();
    const n = Math.floor((SAMPLE_RATE * ms) / 1000);
    for (let i = 0; i < n; i++) {
      out.iset(i, Number(out.iget(i)) * (i / n));
      const j = out.size - 1 - i;
      out.iset(j, Number(out.iget(j)) * (i / n));
    }
    return out;
  }
}

function spectrogram(track: Track): np.NDArray {
  const frames = track.frames(1024, 512);
  const spec = np.fft.rfft(frames);
  const mag = np.absolute(spec);
  return np.log1p(mag.multiply(mag));
}

function centroid(spec: np.NDArray): np.NDArray {
  const bins = np.fft.rfftfreq(1024, 1 / SAMPLE_RATE);
  const weighted = spec.multiply(bins);
  const total = np.sum(spec, 1) as np.NDArray;
  return (np.sum(weighted, 1) as np.NDArray).divide(total.add(1e-9));
}

function mix(tracks: Track[]): np.NDArray {
  let bus = np.zeros([SAMPLE_RATE * SECONDS]);
  for (const t of tracks) {
    bus = bus.add(t.samples.multiply(t.gain));
  }
  const peak = Number(np.max(np.absolute(bus)));
  return peak > 1 ? bus.divide(peak) : bus;
}

function encodePcm(x: np.NDArray): Int16Array {
  const scaled = np.clip(x, -1, 1).multiply(32767).astype('int16');
  const copy = new Int16Array(scaled.data as Int16Array);
  return copy;
}

const tracks = [new Track('a', 220), new Track('b', 330), new Track('c', 440)];
tracks[1]!.gain = 0.5;
const spec = spectrogram(tracks[0]!);
const c = centroid(spec);
console.log('spec', spec.shape, Number(np.sum(spec)).toFixed(3));
console.log('centroid', c.shape, Number(np.mean(c)).toFixed(4));
const bus = mix(tracks);
const pcm = encodePcm(bus);
let checksum = 0;
for (const s of pcm) checksum = (checksum * 31 + s) | 0;
console.log('pcm', pcm.length, checksum);
const faded = tracks[2]!.faded(50);
console.log('fade', Number(np.sum(faded)).toFixed(6), Number(np.max(tracks[2]!.samples)).toFixed(6));
const rms = Math.sqrt(Number(np.mean(bus.multiply(bus))));
console.log('rms', rms.toFixed(6));
const gate = np.zeros([bus.size]);
const env = np.absolute(bus);
for (let i = 0; i < env.size; i++) if (Number(env.iget(i)) > 0.3) gate.iset(i, 1);
const gated = bus.multiply(gate);
console.log('gate', Number(np.sum(gate)), Number(np.sum(np.absolute(gated))).toFixed(4));

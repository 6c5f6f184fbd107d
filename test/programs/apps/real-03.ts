// audio spectrogram and mel filterbank
import * as np from 'numpy-ts';

interface SpectrogramOptions {
  sampleRate?: number;
  frame?: number;
  hop?: number;
  mels?: number;
}

class Spectrogram {
  readonly sampleRate: number;
  readonly frame: number;
  readonly hop: number;
  readonly mels: number;
  private window: np.NDArray;
  private filterbank: np.NDArray;

  constructor({ sampleRate = 16000, frame = 512, hop = 256, mels = 40 }: SpectrogramOptions = {}) {
    this.sampleRate = sampleRate;
    this.frame = frame;
    this.hop = hop;
    this.mels = mels;
    const n = np.arange(frame);
    this.window = np.cos(n.multiply((2 * Math.PI) / (frame - 1))).multiply(-0.5).add(0.5);
    this.filterbank = this.buildFilterbank();
  }

  private buildFilterbank(): np.NDArray {
    const bins = this.frame / 2 + 1;
    const fb = np.zeros([this.mels, bins]);
    const hz = (m: number) => 700 * (10 ** (m / 2595) - 1);
    const mel = (h: number) => 2595 * Math.log10(1 + h / 700);
    const top = mel(this.sampleRate / 2);
    const points = Array.from({ length: this.mels + 2 }, (_, i) => Math.floor(((this.frame + 1) * hz((top * i) / (this.mels + 1))) / this.sampleRate));
    for (let m = 1; m <= this.mels; m++) {
      for (let k = points[m - 1]!; k < points[m]!; k++) fb.set([m - 1, k], (k - points[m - 1]!) / (points[m]! - points[m - 1]! || 1));
      for (let k = points[m]!; k < Math.min(points[m + 1]!, bins); k++) fb.set([m - 1, k], (points[m + 1]! - k) / (points[m + 1]! - points[m]! || 1));
    }
    return fb;
  }

  frames(signal: np.NDArray): np.NDArray {
    const count = Math.floor((signal.size - this.frame) / this.hop) + 1;
    const out = np.empty([count, this.frame]);
    for (let i = 0; i < count; i++) {
      const start = i * this.hop;
      const chunk = signal.slice(`${start}:${start + this.frame}`);
      np.copyto(out.slice(`${i}:${i + 1}`, ':'), chunk.multiply(this.window));
    }
    return out;
  }

  power(signal: np.NDArray): np.NDArray {
    const spectrum = np.fft.rfft(this.frames(signal)) as np.NDArray;
    const mag = np.abs(spectrum);
    return mag.multiply(mag).divide(this.frame);
  }

  logMel(signal: np.NDArray): np.NDArray {
    const p = this.power(signal);
    const energies = np.matmul(p, this.filterbank.T);
    const safe = np.maximum(energies, 1e-10);
    return np.log10(safe).multiply(10);
  }
}

function chirp(seconds: number, rate: number): np.NDArray {
  const t = np.linspace(0, seconds, seconds * rate);
  const phase = t.multiply(t).multiply(300).add(t.multiply(200)).multiply(2 * Math.PI);
  return np.sin(phase);
}

const RATE = 16000;
const signal = chirp(8, RATE);
const pcm = signal.multiply(32767).astype('int16');
const back = pcm.astype('float32').divide(32768);

const spec = new Spectrogram({ sampleRate: RATE });
const mel = spec.logMel(back);
const mean = np.mean(mel, 0, true) as np.NDArray;
const dev = np.std(mel, 0) as np.NDArray;
const norm = mel.subtract(mean).divide(dev.add(1e-8));
const delta = np.diff(norm, 1, 0);
const features = np.concatenate([norm.slice('1:', ':'), delta], 1);
console.log(pcm.nbytes, back.nbytes, mel.shape, features.shape, features.dtype);
console.log('checksum', Number(np.sum(np.abs(features))).toFixed(4), Number(np.max(mel)).toFixed(4));

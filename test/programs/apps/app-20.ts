// Audio export with typed arrays taken out of NDArrays: interleave, dither, peaks for a waveform view.
import * as np from 'numpy-ts';

const RATE = 44100;
const SECONDS = 6;
const N = RATE * SECONDS;

interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

interface Encoded {
  bytes: Uint8Array;
  peak: number;
}

function tone(freq: number, gain = 0.8): np.NDArray {
  const t = np.linspace(0, SECONDS, N);
  return np.sin(t.multiply(2 * Math.PI * freq)).multiply(gain);
}

function render(): Stereo {
  const l = tone(220).add(tone(331, 0.1)).divide(1.2);
  const r = tone(221).add(tone(332, 0.1)).divide(1.2);
  const left = l.astype('float32').data as Float32Array;
  const right = r.astype('float32').data as Float32Array;
  return { left: new Float32Array(left), right: right.slice() };
}

function interleave({ left, right }: Stereo): Float32Array {
  const out = new Float32Array(left.length * 2);
  for (let i = 0; i < left.length; i++) {
    out[2 * i] = left[i]!;
    out[2 * i + 1] = right[i]!;
  }
  return out;
}

function encode(samples: Float32Array): Encoded {
  if (samples.length === 0) return { bytes: new Uint8Array(0), peak: 0 };
  const x = np.array(samples);
  const peak = Number(np.max(np.absolute(x)));
  const pcm = x.divide(peak).multiply(32000).round().astype('int16');
  const ints = pcm.data as Int16Array;
  const bytes = new Uint8Array(ints.buffer, ints.byteOffset, ints.byteLength).slice();
  return { bytes, peak };
}

function waveform(samples: Float32Array, columns: number): Float32Array {
  const per = Math.floor(samples.length / columns);
  const out = new Float32Array(columns * 2);
  for (let c = 0; c < columns; c++) {
    const part = samples.slice(c * per, (c + 1) * per);
    let lo = Infinity;
    let hi = -Infinity;
    for (const v of part) {
      if (v < lo) lo = v;
      if (v > hi) hi = v;
    }
    out[2 * c] = lo;
    out[2 * c + 1] = hi;
  }
  return out;
}

function trim(samples: Float32Array, seconds: number): Float32Array {
  const n = Math.floor(seconds * RATE);
  if (n >= samples.length) return samples;
  return samples.slice(0, n);
}

const stereo = render();
const mixed = interleave(stereo);
const { bytes, peak } = encode(mixed);
let h = 0;
for (const b of bytes) h = (h * 31 + b) | 0;
console.log('encoded', bytes.length, peak.toFixed(6), h);
const wave = waveform(stereo.left, 800);
console.log('wave', wave.length, wave.reduce((a, b) => a + b, 0).toFixed(4));
const short = trim(stereo.right, 2.5);
console.log('short', short.length, short[1000]!.toFixed(6));
const fade = short.slice();
for (let i = 0; i < fade.length; i++) fade[i]! *= 1 - i / fade.length;
console.log('fade', fade[50_000]!.toFixed(6), short[50_000]!.toFixed(6));
const mono = new Float32Array(stereo.left.length);
for (let i = 0; i < mono.length; i++) mono[i] = (stereo.left[i]! + stereo.right[i]!) / 2;
const m = np.array(mono);
const spectrum = np.absolute(np.fft.rfft(m.slice(':65536').copy()));
console.log('spectrum', spectrum.dtype, Number(np.argmax(spectrum)));
await new Promise((resolve) => setTimeout(resolve, 5));
const silence = np.zeros([N]);
const loud = np.greater(np.absolute(m), 0.5);
const gated = np.where(loud, m, silence) as np.NDArray;
console.log('gated', gated.dtype, Number(np.count_nonzero(gated)));
const hist = np.zeros([256]);
for (let i = 0; i < bytes.length; i += 97) hist.iset(bytes[i]!, Number(hist.iget(bytes[i]!)) + 1);
console.log('hist', Number(np.sum(hist)));

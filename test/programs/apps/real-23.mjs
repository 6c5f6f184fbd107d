// ring buffer DSP: echo, envelope follower, resampling, stereo mixing (JS module without types)
import * as np from 'numpy-ts';

const RATE = 22050;

/** @param {number} hz @param {number} seconds */
const osc = (hz, seconds) => np.sin(np.arange(0, RATE * seconds).multiply((2 * Math.PI * hz) / RATE));

class Delay {
  /** @param {number} samples @param {number} feedback */
  constructor(samples, feedback) {
    this.buffer = np.zeros([samples], 'float32');
    this.feedback = feedback;
    this.position = 0;
  }
  /** @param {np.NDArray} input */
  process(input) {
    const output = np.zeros([input.size], 'float32');
    const src = input.data;
    const dst = output.data;
    const ring = this.buffer.data;
    for (let i = 0; i < input.size; i++) {
      const delayed = ring[this.position];
      const y = Number(src[i]) + Number(delayed) * this.feedback;
      dst[i] = y;
      ring[this.position] = y;
      this.position = (this.position + 1) % this.buffer.size;
    }
    return output;
  }
}

function adsr(n, { attack = 0.1, release = 0.3, level = 0.8 } = {}) {
  const a = Math.floor(n * attack);
  const r = Math.floor(n * release);
  return np.concatenate([np.linspace(0, 1, a), np.full([n - a - r], level), np.linspace(level, 0, r)]);
}

function resample(x, from, to) {
  const n = Math.floor((x.size * to) / from);
  const at = np.linspace(0, x.size - 1, n);
  return np.interp(at, np.arange(x.size), x);
}

const voices = [220, 277.18, 329.63].map((hz) => osc(hz, 4));
const envelope = adsr(voices[0].size);
const chord = voices.map((v) => v.multiply(envelope)).reduce((x, y) => x.add(y)).divide(voices.length);
const wet = new Delay(5000, 0.4).process(chord.astype('float32'));
const mix = wet.multiply(0.5).add(chord.multiply(0.5));
const left = mix.multiply(0.8);
const right = np.roll(mix, 200).multiply(0.6);
const stereo = np.stack([left, right], 1);
const peak = Number(np.abs(stereo).max());
const normalised = stereo.divide(peak);
const pcm16 = normalised.multiply(32767).round().astype('int16');
const interleaved = pcm16.ravel();
const mono = np.mean(stereo, 1);
const half = resample(mono, RATE, RATE / 2);
const framesCount = Math.floor(mono.size / 1024);
const framed = mono.slice(`:${framesCount * 1024}`).reshape(framesCount, 1024);
const rms = np.sqrt(np.mean(framed.square(), 1));
const crossings = np.diff(np.sign(mono)).not_equal(0);
const kernel = np.hanning ? null : np.ones([31]).divide(31);
const smooth = np.convolve(np.abs(mono), np.ones([31]).divide(31), 'same');
const wave = Buffer.from(interleaved.tobytes());
console.log(wet.dtype, mix.dtype, stereo.shape, pcm16.nbytes, half.size, framed.shape, wave.length, kernel === null);
console.log('checksum', Number(np.sum(np.abs(pcm16))), Number(np.sum(rms)).toFixed(5), Number(np.sum(crossings)), Number(np.sum(half)).toFixed(4), Number(np.max(smooth)).toFixed(6));

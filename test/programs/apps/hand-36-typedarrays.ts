import * as np from 'numpy-ts';

const samples = new Float32Array(48_000);
for (let i = 0; i < samples.length; i++) samples[i] = Math.sin(i / 20);
const s = np.array(samples);
const s2 = np.asarray(samples);
const s3 = np.frombuffer(samples);
const s4 = np.array(samples, 'float64');
const s5 = np.array(Array.from(samples));
console.log(s.dtype, s2.dtype, s3.dtype, s4.dtype, s5.dtype, s.nbytes, s5.nbytes);
samples[0] = 99;
console.log(s.get([0]), s2.get([0]), s3.get([0]));

const rgba = new Uint8ClampedArray(320 * 200 * 4).fill(128);
const px = np.array(rgba).reshape(200, 320, 4);
console.log(px.dtype, px.shape, px.nbytes);
const rgb = px.slice(':', ':', ':3');
const alpha = px.slice('...', '3') ?? px;
console.log(rgb.shape, rgb.strides, alpha.shape);

import * as np from 'numpy-ts';
// typed arrays, structured parsing
interface Header { width: number; height: number; channels: number }
function encode(h: Header, px: Uint8Array): ArrayBuffer {
  const out = new ArrayBuffer(12 + px.byteLength);
  const v = new DataView(out);
  v.setUint32(0, h.width, true);
  v.setUint32(4, h.height, true);
  v.setUint32(8, h.channels, true);
  new Uint8Array(out, 12).set(px);
  return out;
}
function decode(buf: ArrayBuffer) {
  const v = new DataView(buf);
  const width = v.getUint32(0, true);
  const height = v.getUint32(4, true);
  const channels = v.getUint32(8, true);
  const px = new Uint8Array(buf, 12, width * height * channels);
  return { width, height, channels, px };
}
const raw = new Uint8Array(8 * 6 * 3);
raw.forEach((_, i) => { raw[i] = i; });
const enc = encode({ width: 8, height: 6, channels: 3 }, raw);
const dec = decode(enc);
const img = np.array(dec.px).reshape(dec.height, dec.width, dec.channels);
const fixed = np.array(raw).reshape(6, 8, 3);
const f = Float32Array.from(raw);
const g = new Float32Array(raw.length / 3);
for (let i = 0; i < g.length; i++) g[i] = (f[3 * i] + f[3 * i + 1] + f[3 * i + 2]) / 3;
const lut = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
const inverted = raw.map((v) => lut[v]);
const copy = new Uint8Array(raw);
const shared = new Uint8Array(raw.buffer);
const sliceBuf = raw.buffer.slice(10);
const s2 = new Uint8Array(sliceBuf, 2);
const s3 = raw.subarray(-6);
const s4 = raw.slice(3, -3);
const s5 = s3.subarray(1, -1);
const i32 = new Int32Array(12);
const u = new Uint8Array(i32.buffer, i32.byteOffset, i32.byteLength);
const c = new Float64Array([...f].slice(0, 10));
const e = new Float32Array([1, 2, 3].concat([4, 5]));
const m = new Float32Array(Math.ceil(raw.length / 7));
const mat = Array.from({ length: 3 }, () => new Float64Array(4));
const row = mat[1];
const tot = mat.map((r) => r.length).reduce((p, q) => p + q, 0);
const flat = new Float64Array(tot);
mat.forEach((r, i) => flat.set(r, i * 4));
console.log(img.shape, fixed.shape, inverted.length, copy.length, shared.length, s2.length, s3.length, s4.length, s5.length, u.length, c.length, e.length, m.length, row.length, flat.length);

import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// A binary protocol over one ArrayBuffer; typed-array views and numpy arrays share or copy
const HEADER = 16;
const COUNT = 50_000;
interface Packet { id: number; kind: 'f32' | 'u8' | 'i16'; payload: NDArray }
const KINDS = { f32: ['float32', 4], u8: ['uint8', 1], i16: ['int16', 2] } as const;

class Encoder {
  #buffer = new ArrayBuffer(HEADER + COUNT * 4);
  #view = new DataView(this.#buffer);
  encode({ id, kind, payload }: Packet): Uint8Array {
    const [dtype, size] = KINDS[kind];
    this.#view.setUint32(0, id, true);
    this.#view.setUint8(4, Object.keys(KINDS).indexOf(kind));
    this.#view.setUint32(8, payload.size, true);
    const bytes = new Uint8Array(payload.astype(dtype).tobytes());
    new Uint8Array(this.#buffer).set(bytes, HEADER);
    return new Uint8Array(this.#buffer, 0, HEADER + payload.size * size);
  }
}
class Decoder {
  static decode(bytes: Uint8Array): Packet {
    const v = new DataView(bytes.buffer, bytes.byteOffset);
    const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[])[v.getUint8(4)]!;
    const n = v.getUint32(8, true);
    const payload = np.frombuffer(bytes.buffer as ArrayBuffer, KINDS[kind][0], n, HEADER) as NDArray;
    return { id: v.getUint32(0, true), kind, payload };
  }
}
const enc = new Encoder();
const f = np.arange(COUNT).multiply(0.25) as NDArray;
const p1 = Decoder.decode(enc.encode({ id: 1, kind: 'f32', payload: f }));
const keep = p1.payload.copy() as NDArray;
const keepSum = Number(p1.payload.sum());
const p2 = Decoder.decode(enc.encode({ id: 2, kind: 'i16', payload: np.arange(1000).subtract(500) as NDArray }));
const p3 = Decoder.decode(enc.encode({ id: 3, kind: 'u8', payload: np.full([5000], 200) }));
console.log(p1.id, p1.kind, p1.payload.dtype, p1.payload.shape, p1.payload.nbytes);
console.log(p2.id, p2.payload.dtype, Number(p2.payload.size), p3.payload.dtype, p3.payload.shape);
console.log(Number(keep.sum()) === keepSum, Number(p1.payload.sum()) === keepSum);

const rgba = new Uint8ClampedArray(300 * 300 * 4);
rgba.forEach((_, i) => { rgba[i] = i % 4 === 3 ? 255 : (i * 3) % 256; });
const img = np.array(rgba).reshape(300, 300, 4) as NDArray;
console.log(img.dtype, img.shape, img.nbytes);
const alpha = img.slice(':', ':', '3') as NDArray;
const rgb = img.slice(':', ':', ':3') as NDArray;
const lum = rgb.astype('float32').mean(2) as NDArray;
console.log(alpha.dtype, rgb.shape, lum.dtype, lum.shape, Number(lum.mean()).toFixed(3));

const u16 = Uint16Array.from({ length: 100_000 }, (_, i) => (i * i) & 0xffff);
const a16 = np.array(u16, 'uint16') as NDArray;
const s16 = a16.view('int16');
const b16 = a16.view('int16');
console.log(a16.dtype, s16.dtype, b16.shape, Number(s16.min()));
s16.set([0], -1);
console.log(a16.get([0]), u16[0], b16.get([0]));
const big = new BigInt64Array(4).fill(9n);
const ab = np.array(big);
console.log(ab.dtype, ab.get([0]), ab.tolist());
const f64 = new Float64Array(200 * 200).map((_, i) => Math.sin(i));
const af = np.array(f64).reshape(200, 200) as NDArray;
const back = af.data as Float64Array;
back[0] = 9;
console.log(f64[0], af.get([0, 0]), back.length);
const fromIter = np.fromiter((function* () { for (let i = 0; i < 1000; i++) yield i * 2; })(), 'int32');
console.log(fromIter.dtype, fromIter.shape);
const sub = f64.subarray(100, 200);
const asub = np.array(sub);
const osub = np.asarray(sub);
sub[0] = 55;
console.log(asub.get([0]), osub.get([0]), asub.dtype);
const mixed = np.array([1, 2.5, -3]);
const bools = np.array([true, false, true]);
const nested = np.array([[1n, 2n], [3n, 4n]]);
console.log(mixed.dtype, bools.dtype, nested.dtype, nested.shape);
const bits = np.packbits(np.array(Array.from({ length: 4096 }, (_, i) => i % 3 === 0), 'bool'));
const un = np.unpackbits(bits);
console.log(bits.dtype, bits.shape, un.dtype, un.shape, Number(un.sum()));
const crc = (b: Uint8Array): number => b.reduce((c, x) => ((c << 5) - c + x) | 0, 0);
console.log(crc(new Uint8Array(img.tobytes())), crc(new Uint8Array(a16.astype('uint8').tobytes())));
const out = np.zeros([400, 200]);
out.slice('::2').fill(3);
console.log(crc(new Uint8Array(out.tobytes())), out.data.byteLength, out.itemsize, JSON.stringify(out.slice('0:2', '0:2').tolist()));
const wide = np.zeros([400, 200]);
wide.fill(3);
console.log(wide.data.constructor.name, wide.strides, String(wide.slice('0', '0:3')));
const kinds = [np.zeros([200, 300]), np.ones([200, 300])].map((k) => k.dtype === 'float64' ? 'double' : 'other');
console.log(kinds);

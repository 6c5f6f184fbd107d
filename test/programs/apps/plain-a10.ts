import * as np from 'numpy-ts';
// typed array protocols
const header = 16;
const count = 80000;
const ab = new ArrayBuffer(header + count * 4);
const dv = new DataView(ab);
dv.setUint32(0, 0xcafe, true); dv.setUint32(4, count, true);
for (let i = 0; i < count; i++) dv.setFloat32(header + i * 4, (i % 500) / 2, true);
function decode(buf: ArrayBuffer): np.NDArray {
  const v = new DataView(buf);
  const n = v.getUint32(4, true);
  return np.array(new Float32Array(buf, header, n));
}
const x = decode(ab);
console.log(x.shape, x.dtype, Number(np.sum(x)));
const body = new Float32Array(ab, header);
const sub = body.subarray(100, 200);
sub[0] = -1;
console.log(body[100], Number(x.get([100])), sub.length, sub.byteOffset);
const cp = body.slice(0, 70000);
cp.fill(3);
console.log(body[0], cp[0], cp.byteLength);
const same = new Float32Array(body);
body[5] = 77;
console.log(same[5], body[5]);
const bytes = new Uint8Array(ab);
const second = bytes.slice(header, header + 8);
console.log(Array.from(second), bytes.length);
const f64 = Float64Array.from(body);
console.log(f64.byteLength, f64[5]);
const t = np.array([1, 2, 3], 'int16');
const d = t.data;
console.log(d.length, d.constructor.name, t.tobytes().byteLength);
const copy2 = Float32Array.from(body);
console.log(copy2[5], copy2.length);
ab.slice(0, 4);
const tail = new Float32Array(ab.slice(header));
console.log(tail.length, tail[5]);

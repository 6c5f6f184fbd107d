import * as np from 'numpy-ts';
// typed array heavy: ring buffer, audio
class RingBuffer {
  private buf: Float32Array;
  private pos = 0;
  private readonly capacity: number;
  constructor(capacity: number) {
    this.capacity = capacity;
    this.buf = new Float32Array(capacity);
  }
  write(samples: Float32Array) {
    for (const s of samples) {
      this.buf[this.pos] = s;
      this.pos = (this.pos + 1) % this.capacity;
    }
  }
  snapshot(): Float32Array {
    const out = new Float32Array(this.capacity);
    out.set(this.buf.subarray(this.pos));
    out.set(this.buf.subarray(0, this.pos), this.capacity - this.pos);
    return out;
  }
}
const rb = new RingBuffer(4096);
const chunk = new Float32Array(512).map((_, i) => Math.sin(i / 10));
for (let i = 0; i < 10; i++) rb.write(chunk);
const snap = rb.snapshot();
const win = Float32Array.from({ length: snap.length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (snap.length - 1)));
const a = np.array(snap).multiply(np.array(win));
const spec = np.abs(np.fft.rfft(a));
const db = np.log10(spec.add(1e-9)).multiply(20);
const pcm = Int16Array.from(snap, (v) => Math.max(-1, Math.min(1, v)) * 32767);
const wav = new ArrayBuffer(44 + pcm.byteLength);
const dv = new DataView(wav);
dv.setUint32(0, 0x52494646);
dv.setUint32(40, pcm.byteLength, true);
new Int16Array(wav, 44).set(pcm);
const bytes = new Uint8Array(wav);
const header = bytes.subarray(0, 44);
const body = bytes.slice(44);
const peak = snap.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
const rev = snap.slice().reverse();
const filled = new Float64Array(10).fill(1.5);
const cw = new Uint8Array(16);
cw.set([1, 2, 3], 4);
cw.copyWithin(0, 4, 7);
const words = new Uint32Array(cw.buffer);
const half = new Uint16Array(cw.buffer, 8);
const half2 = new Uint16Array(cw.buffer, 4, 2);
const wi = snap.with ? snap.with(0, 1) : snap;
console.log(spec.dtype, db.shape, header.length, body.length, peak, rev.length, filled.byteLength, words.length, half.length, half2.length, wi.length);

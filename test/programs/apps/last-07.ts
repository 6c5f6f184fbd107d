import * as np from 'numpy-ts';
// windows of a signal
function* windows(sig: np.NDArray, size: number, hop: number): Generator<np.NDArray> {
  const n = sig.shape[0]!;
  for (let s = 0; s + size <= n; s += hop) yield sig.slice(`${s}:${s + size}`);
}
const fs = 8000;
const t = np.arange(0, fs * 2).divide(fs);
const sig = np.sin(t.multiply(2 * Math.PI * 440)).add(np.sin(t.multiply(2 * Math.PI * 880)).multiply(0.5));
const win = np.cos(np.linspace(0, 2 * Math.PI, 512)).multiply(-0.5).add(0.5);
const power: number[] = [];
for (const w of windows(sig, 512, 256)) {
  const tapered = w.copy().multiply(win);
  const spec = np.fft.rfft(tapered);
  const p = np.absolute(spec);
  power.push(Number(p.max()));
}
const P = np.array(power);
console.log(P.shape, P.dtype, Number(P.mean()).toFixed(3));
let total = 0;
for (const w of windows(sig, 1000, 1000)) {
  const c = w.copy();
  c.set([0], 0);
  total += Number(c.sum());
}
console.log(total.toFixed(6), Number(sig.sum()).toFixed(6));

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// training loop with momentum, early stopping and checkpoints
type Params = Record<string, np.NDArray>;
const init = (sizes: number[]): Params => { const p: Params = {}; sizes.slice(1).forEach((n, i) => { p[`w${i}`] = np.full([sizes[i]!, n], 0.01 * (i + 1), 'float32'); p[`b${i}`] = np.zeros([n], 'float32'); }); return p; };
const params = init([256, 512, 10]);
const velocity: Params = Object.fromEntries(Object.entries(params).map(([k, v]) => [k, np.zeros_like(v)]));
const X = np.ones([1000, 256], 'float32');
const labels = np.arange(1000).mod(10).astype('int32');
const Y = np.equal(labels.reshape(-1, 1), np.arange(10)).astype('float32');
const softmax = (z: np.NDArray) => { const e = np.exp(z.subtract(np.max(z, 1, true) as np.NDArray)); return e.divide(np.sum(e, 1, true) as np.NDArray); };
let best = Infinity, patience = 2; let checkpoint: Params | null = null;
for (let epoch = 0; epoch < 6 && patience > 0; epoch++) {
  const h = np.tanh(X.matmul(params.w0!).add(params.b0!));
  const p = softmax(h.matmul(params.w1!).add(params.b1!));
  const loss = -Number(np.sum(np.log(p.add(1e-9)).multiply(Y))) / 1000;
  const dz = p.subtract(Y).divide(1000);
  const dh = dz.matmul(params.w1!.transpose()).multiply(np.square(h).multiply(-1).add(1));
  const grads: Params = { w1: h.transpose().matmul(dz), b1: np.sum(dz, 0) as np.NDArray, w0: X.T.matmul(dh), b0: np.sum(dh, 0) as np.NDArray };
  for (const [k, g] of Object.entries(grads)) { velocity[k] = velocity[k]!.multiply(0.9).subtract(g.multiply(0.1)); params[k] = params[k]!.add(velocity[k]!); }
  if (loss < best - 1e-4) { best = loss; checkpoint = { ...params }; } else patience--;
  console.log(epoch, loss.toFixed(4), p.dtype, h.nbytes);
}
console.log(Object.keys(checkpoint ?? {}), params.w0!.dtype, velocity.w1!.shape);
class Adam {
  private m = new WeakMap<object, np.NDArray>(); t = 0;
  step(key: object, p: np.NDArray, g: np.NDArray, lr = 1e-3) { this.t += 1; const m = (this.m.get(key) ?? np.zeros_like(g)).multiply(0.9).add(g.multiply(0.1)); this.m.set(key, m); return p.subtract(np.divide(m, 1 - 0.9 ** this.t).multiply(lr)); }
}
const adam = new Adam(); const key = {};
let w = np.ones([100_000], 'float32');
for (let i = 0; i < 3; i++) w = adam.step(key, w, w.multiply(2));
console.log(w.dtype, w.nbytes, adam.t);

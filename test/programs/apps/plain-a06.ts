import * as np from 'numpy-ts';
// layers and optimisers
interface Layer { forward(x: np.NDArray): np.NDArray; backward(g: np.NDArray): np.NDArray; params(): Param[] }
class Param { value: np.NDArray; grad: np.NDArray; constructor(v: np.NDArray) { this.value = v; this.grad = np.zeros_like(v); } }
class Dense implements Layer {
  w: Param; b: Param; private x: np.NDArray | null = null;
  constructor(i: number, o: number) { this.w = new Param(np.arange(i * o).reshape(i, o).multiply(0.001).subtract(0.05)); this.b = new Param(np.zeros([o])); }
  forward(x: np.NDArray) { this.x = x; return np.matmul(x, this.w.value).add(this.b.value); }
  backward(g: np.NDArray) { this.w.grad = np.matmul(this.x!.T, g); this.b.grad = np.sum(g, 0) as np.NDArray; return np.matmul(g, this.w.value.T); }
  params() { return [this.w, this.b]; }
}
class Relu implements Layer {
  private mask: np.NDArray | null = null;
  forward(x: np.NDArray) { this.mask = x.greater(0); return np.maximum(x, 0); }
  backward(g: np.NDArray) { return g.multiply(this.mask!.astype('float64')); }
  params() { return []; }
}
abstract class Optimiser { readonly lr: number; constructor(lr: number) { this.lr = lr; } abstract step(ps: Param[]): void }
class Sgd extends Optimiser { step(ps: Param[]) { for (const p of ps) p.value = p.value.subtract(p.grad.multiply(this.lr)); } }
class Momentum extends Optimiser {
  private v = new Map<Param, np.NDArray>();
  step(ps: Param[]) { for (const p of ps) { const old = this.v.get(p) ?? np.zeros(p.value.shape as number[]); const v = old.multiply(0.9).add(p.grad); this.v.set(p, v); p.value = p.value.subtract(v.multiply(this.lr)); } }
}
const X = np.linspace(-1, 1, 2000 * 20).reshape(2000, 20);
const y = np.sum(np.square(X), 1, true) as np.NDArray;
for (const opt of [new Sgd(0.01), new Momentum(0.01)]) {
  const net: Layer[] = [new Dense(20, 32), new Relu(), new Dense(32, 1)];
  const losses: string[] = [];
  const w0 = (net[0] as Dense).w.value.copy();
  for (let e = 0; e < 4; e++) {
    let h = X; for (const l of net) h = l.forward(h);
    const d = h.subtract(y); losses.push(Number(np.mean(np.square(d))).toFixed(5));
    let g = d.multiply(2 / 2000); for (const l of [...net].reverse()) g = l.backward(g);
    opt.step(net.flatMap((l) => l.params()));
  }
  console.log(opt.constructor.name, losses, Number(np.sum(w0)).toFixed(4), Number(np.sum((net[0] as Dense).w.value)).toFixed(4));
}
console.log(y.shape, y.dtype, X.nbytes);

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// layers of a neural net
abstract class Layer {
  protected cache: np.NDArray | null = null;
  abstract forward(x: np.NDArray): np.NDArray;
  abstract backward(g: np.NDArray): np.NDArray;
  get params(): np.NDArray[] { return []; }
  step(_lr: number): void {}
}
class Dense extends Layer {
  w: np.NDArray; b: np.NDArray; gw?: np.NDArray; gb?: np.NDArray;
  readonly nin: number; readonly nout: number;
  constructor(nin: number, nout: number, dtype: 'float32' | 'float64' = 'float32') {
    super(); this.nin = nin; this.nout = nout;
    this.w = np.arange(nin * nout).reshape(nin, nout).multiply(1e-4).astype(dtype);
    this.b = np.zeros([nout], dtype);
  }
  forward(x: np.NDArray) { this.cache = x; return x.dot(this.w).add(this.b) as np.NDArray; }
  backward(g: np.NDArray) {
    this.gw = this.cache!.transpose().dot(g) as np.NDArray;
    this.gb = np.sum(g, 0) as np.NDArray;
    return g.dot(this.w.transpose()) as np.NDArray;
  }
  override get params() { return [this.w, this.b]; }
  override step(lr: number) { this.w = this.w.subtract(this.gw!.multiply(lr)); this.b = this.b.subtract(this.gb!.multiply(lr)); }
}
class Relu extends Layer {
  forward(x: np.NDArray) { this.cache = x.greater(0); return np.maximum(x, 0); }
  backward(g: np.NDArray) { return g.multiply(this.cache!); }
}
class Dropout extends Relu {
  private rate: number; constructor(rate = 0.5) { super(); this.rate = rate; }
  override forward(x: np.NDArray) { const y = super.forward(x); return this.rate > 0.7 ? y.multiply(1 / this.rate) : y; }
}
class Net {
  private layers: Layer[]; constructor(layers: Layer[]) { this.layers = layers; }
  run(x: np.NDArray) { return this.layers.reduce((a, l) => l.forward(a), x); }
  back(g: np.NDArray) { for (const l of [...this.layers].reverse()) g = l.backward(g); return g; }
  get size() { return this.layers.flatMap((l) => l.params).reduce((s, p) => s + p.nbytes, 0); }
}
const net = new Net([new Dense(64, 128), new Relu(), new Dense(128, 32, 'float64'), new Dropout(0.8), new Dense(32, 4)]);
const x = np.ones([2048, 64], 'float32');
const y = np.zeros([2048, 4]);
for (let epoch = 0; epoch < 3; epoch++) {
  const out = net.run(x);
  const diff = out.subtract(y);
  const loss = Number(np.mean(diff.multiply(diff)));
  const gx = net.back(diff.multiply(2 / 2048));
  console.log(epoch, loss.toFixed(6), gx.dtype, gx.shape, net.size);
}

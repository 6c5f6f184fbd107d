import * as np from 'numpy-ts';
// a small two layer network on XOR-like data
class Dense {
  W: np.NDArray;
  b: np.NDArray;
  private x: np.NDArray | null = null;
  constructor(nin: number, nout: number, rng: ReturnType<typeof np.random.default_rng>) {
    this.W = (rng.standard_normal([nin, nout]) as np.NDArray).multiply(0.5);
    this.b = np.zeros([1, nout]);
  }
  forward(x: np.NDArray): np.NDArray {
    this.x = x.copy();
    return x.matmul(this.W).add(this.b);
  }
  backward(g: np.NDArray, lr: number): np.NDArray {
    const gw = this.x!.T.matmul(g);
    const gb = g.sum(0, true) as np.NDArray;
    const gx = g.matmul(this.W.T);
    this.W = this.W.subtract(gw.multiply(lr));
    this.b = this.b.subtract(gb.multiply(lr));
    return gx;
  }
}
const sigmoid = (z: np.NDArray) => np.reciprocal(np.exp(np.negative(z)).add(1));
const rng = np.random.default_rng(1);
const X = rng.uniform(0, 1, [1024, 2]) as np.NDArray;
const y = np.logical_xor(X.slice(':', '0').greater(0.5), X.slice(':', '1').greater(0.5)).astype('float64').reshape(1024, 1);
const l1 = new Dense(2, 16, rng), l2 = new Dense(16, 1, rng);
let loss = 0;
for (let e = 0; e < 20; e++) {
  const h = np.tanh(l1.forward(X));
  const p = sigmoid(l2.forward(h));
  const diff = p.subtract(y);
  loss = Number(diff.multiply(diff).mean());
  const g = diff.multiply(p).multiply(p.multiply(-1).add(1)).multiply(2 / 1024);
  const gh = l2.backward(g, 0.5);
  l1.backward(gh.multiply(h.multiply(h).multiply(-1).add(1)), 0.5);
}
console.log(loss.toFixed(8), l1.W.shape, y.dtype, Number(y.sum()));

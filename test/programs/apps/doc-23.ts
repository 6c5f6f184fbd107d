import * as np from 'numpy-ts';
// neural network from scratch
class Dense {
  W: np.NDArray;
  b: np.NDArray;
  private x!: np.NDArray;
  constructor(nIn: number, nOut: number) {
    this.W = np.random.randn(nIn, nOut).multiply(0.1) as np.NDArray;
    this.b = np.zeros([1, nOut]);
  }
  forward(x: np.NDArray) {
    this.x = x;
    return x.matmul(this.W).add(this.b);
  }
  backward(grad: np.NDArray, lr: number) {
    const dW = this.x.T.matmul(grad);
    const db = grad.sum(0, true) as np.NDArray;
    const dx = grad.matmul(this.W.T);
    this.W = this.W.subtract(dW.multiply(lr));
    this.b = this.b.subtract(db.multiply(lr));
    return dx;
  }
}
const relu = (z: np.NDArray) => np.maximum(z, 0);
const sigmoid = (z: np.NDArray) => z.negative().exp().add(1).reciprocal();
np.random.seed(1);
const X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]);
const y = np.array([[0], [1], [1], [0]]);
const l1 = new Dense(2, 8);
const l2 = new Dense(8, 1);
let loss = 0;
for (let epoch = 0; epoch < 20; epoch++) {
  const z1 = l1.forward(X);
  const a1 = relu(z1);
  const out = sigmoid(l2.forward(a1));
  const err = out.subtract(y);
  loss = err.power(2).mean() as number;
  const g = l2.backward(err, 0.5);
  l1.backward(g.multiply(z1.greater(0)), 0.5);
}
console.log(loss, l1.W.shape, l1.W.dtype, l2.b.shape);

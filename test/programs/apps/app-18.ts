// Classes with inheritance, layered neural net on MNIST-like data, dropout masks, accuracy, checkpoint.
import * as np from 'numpy-ts';

abstract class Layer {
  abstract forward(x: np.NDArray, training: boolean): np.NDArray;
  abstract backward(grad: np.NDArray, rate: number): np.NDArray;
}

class Dense extends Layer {
  protected input: np.NDArray | undefined;
  W: np.NDArray;
  b: np.NDArray;

  constructor(inputs: number, outputs: number) {
    super();
    this.W = (np.random.normal(0, 1, [inputs, outputs]) as np.NDArray).multiply(Math.sqrt(2 / inputs));
    this.b = np.zeros([outputs]);
  }

  override forward(x: np.NDArray): np.NDArray {
    this.input = x;
    return x.matmul(this.W).add(this.b);
  }

  override backward(grad: np.NDArray, rate: number): np.NDArray {
    const back = grad.matmul(this.W.T);
    this.W = this.W.subtract(this.input!.T.matmul(grad).multiply(rate));
    this.b = this.b.subtract((np.sum(grad, 0) as np.NDArray).multiply(rate));
    return back;
  }
}

class Relu extends Layer {
  private mask: np.NDArray | undefined;

  override forward(x: np.NDArray): np.NDArray {
    this.mask = np.greater(x, 0);
    return np.maximum(x, 0);
  }

  override backward(grad: np.NDArray): np.NDArray {
    return grad.multiply(this.mask!);
  }
}

class Dropout extends Layer {
  private mask: np.NDArray | null = null;
  private readonly rate: number;
  constructor(rate: number) {
    super();
    this.rate = rate;
  }

  override forward(x: np.NDArray, training: boolean): np.NDArray {
    if (!training) return x.copy();
    const keep = np.greater(np.random.rand(...x.shape) as np.NDArray, this.rate).astype('float64');
    this.mask = keep.divide(1 - this.rate);
    return x.multiply(this.mask);
  }

  override backward(grad: np.NDArray): np.NDArray {
    return this.mask === null ? grad : grad.multiply(this.mask);
  }
}

class Net {
  private readonly layers: Layer[];
  constructor(...layers: Layer[]) {
    this.layers = layers;
  }
  forward(x: np.NDArray, training = false): np.NDArray {
    return this.layers.reduce((acc, layer) => layer.forward(acc, training), x);
  }
  backward(grad: np.NDArray, rate: number): void {
    let g = grad;
    for (let i = this.layers.length - 1; i >= 0; i--) g = this.layers[i]!.backward(g, rate);
  }
}

function softmax(z: np.NDArray): np.NDArray {
  const e = np.exp(z.subtract(np.max(z, 1, true) as np.NDArray));
  return e.divide(np.sum(e, 1, true) as np.NDArray);
}

np.random.seed(21);
const N = 1024;
const D = 256;
const X = np.random.rand(N, D) as np.NDArray;
const labels = np.mod(np.arange(N), 4);
const hot = np.zeros([N, 4]);
for (let i = 0; i < N; i++) hot.set([i, i % 4], 1);
for (let i = 0; i < N; i++) for (let d = 0; d < 16; d++) X.set([i, (i % 4) * 16 + d], 1);
const net = new Net(new Dense(D, 64), new Relu(), new Dropout(0.1), new Dense(64, 4));
for (let epoch = 0; epoch < 5; epoch++) {
  const p = softmax(net.forward(X, true));
  net.backward(p.subtract(hot).divide(N), 0.5);
}
const probs = softmax(net.forward(X));
const predicted = np.argmax(probs, 1) as np.NDArray;
const correct = np.equal(predicted, labels);
console.log('accuracy', (Number(np.count_nonzero(correct)) / N).toFixed(4));
console.log('probs', probs.shape, probs.dtype, Number(np.sum(probs)).toFixed(5));
const layer = new Dense(512, 512);
const checkpoint = { W: layer.W.copy(), b: layer.b.copy() };
layer.forward(np.ones([64, 512]));
layer.backward(np.ones([64, 512]), 0.001);
console.log('drift', Number(np.sum(np.absolute(layer.W.subtract(checkpoint.W)))).toFixed(4));
const confusion = np.zeros([4, 4]);
for (let i = 0; i < N; i++) {
  const at = [Number(labels.iget(i)), Number(predicted.iget(i))];
  confusion.set(at, Number(confusion.get(at)) + 1);
}
console.log('confusion', Number(np.trace(confusion)));
const batchMask = np.ones([N, D]);
for (let i = 0; i < N; i += 2) batchMask.slice(String(i)).fill(0);
const half = X.multiply(batchMask);
console.log('half', Number(np.sum(half)).toFixed(4));

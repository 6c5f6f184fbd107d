/** Logistic regression and a two-layer net: a training loop with classes of layers and an optimiser. */
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

interface Layer {
  forward(x: NDArray): NDArray;
  backward(grad: NDArray): NDArray;
  params(): Param[];
}

class Param {
  grad: NDArray;
  value: NDArray;
  readonly name: string;
  constructor(value: NDArray, name: string) {
    this.value = value;
    this.name = name;
    this.grad = np.zeros_like(value);
  }
}

class Dense implements Layer {
  readonly w: Param;
  readonly b: Param;
  private input!: NDArray;

  constructor(inputs: number, outputs: number, scale = 0.1) {
    this.w = new Param(np.random.randn(inputs, outputs).multiply(scale), 'w');
    this.b = new Param(np.zeros([outputs]), 'b');
  }

  forward(x: NDArray): NDArray {
    this.input = x;
    return np.matmul(x, this.w.value).add(this.b.value);
  }

  backward(grad: NDArray): NDArray {
    this.w.grad = np.matmul(this.input.T, grad);
    this.b.grad = grad.sum(0) as NDArray;
    return np.matmul(grad, this.w.value.T);
  }

  params(): Param[] {
    return [this.w, this.b];
  }
}

class Relu implements Layer {
  private mask: NDArray | null = null;
  forward(x: NDArray): NDArray {
    this.mask = np.greater(x, 0).astype('float64');
    return x.multiply(this.mask);
  }
  backward(grad: NDArray): NDArray {
    return grad.multiply(this.mask!);
  }
  params(): Param[] {
    return [];
  }
}

class Sequential {
  readonly layers: Layer[];
  constructor(layers: Layer[]) {
    this.layers = layers;
  }
  forward(x: NDArray): NDArray {
    let h = x;
    for (const layer of this.layers) h = layer.forward(h);
    return h;
  }
  backward(grad: NDArray): void {
    let g = grad;
    for (const layer of [...this.layers].reverse()) g = layer.backward(g);
  }
  get parameters(): Param[] {
    return this.layers.flatMap((l) => l.params());
  }
}

abstract class Optimiser {
  protected readonly params: Param[];
  constructor(params: Param[]) {
    this.params = params;
  }
  abstract step(): void;
}

class Momentum extends Optimiser {
  private readonly velocity: NDArray[];
  private readonly lr: number;
  private readonly beta: number;
  constructor(params: Param[], lr: number, beta = 0.9) {
    super(params);
    this.lr = lr;
    this.beta = beta;
    this.velocity = params.map((p) => np.zeros_like(p.value));
  }
  step(): void {
    this.params.forEach((p, i) => {
      this.velocity[i] = this.velocity[i].multiply(this.beta).add(p.grad);
      p.value = p.value.subtract(this.velocity[i].multiply(this.lr));
    });
  }
}

const sigmoid = (z: NDArray): NDArray => np.reciprocal(np.exp(z.negative()).add(1));

function* batches(x: NDArray, y: NDArray, size: number): Generator<[NDArray, NDArray]> {
  const n = x.shape[0];
  for (let i = 0; i < n; i += size) yield [x.slice(`${i}:${i + size}`), y.slice(`${i}:${i + size}`)];
}

np.random.seed(7);
const x = np.random.randn(128, 4);
const y = np.greater(x.sum(1) as NDArray, 0).astype('float64').reshape(128, 1);
const net = new Sequential([new Dense(4, 16), new Relu(), new Dense(16, 1)]);
const optimiser = new Momentum(net.parameters, 0.05);

const history: number[] = [];
for (let epoch = 0; epoch < 5; epoch++) {
  let loss = 0;
  for (const [xb, yb] of batches(x, y, 32)) {
    const p = sigmoid(net.forward(xb));
    const error = p.subtract(yb);
    loss += Number(np.mean(error.multiply(error)));
    net.backward(error.divide(xb.shape[0]));
    optimiser.step();
  }
  history.push(loss);
}
const predictions = np.greater(sigmoid(net.forward(x)), 0.5);
const accuracy = Number(np.mean(np.equal(predictions.astype('float64'), y).astype('float64')));
console.log(history.length, accuracy > 0.5, net.parameters.map((p) => p.value.shape.join('x')));

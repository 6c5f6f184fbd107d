// two layer network, mini batches
import * as np from 'numpy-ts';
import { shuffleIndices, oneHot, relu, reluGrad, softmax } from './lib/e-nn.ts';

class Dense {
  W: np.NDArray;
  b: np.NDArray;
  private input: np.NDArray | undefined;
  constructor(inputs: number, outputs: number, seed: number) {
    const rng = np.random.default_rng(seed);
    this.W = (rng.standard_normal([inputs, outputs]) as np.NDArray).multiply(Math.sqrt(2 / inputs));
    this.b = np.zeros([outputs]);
  }
  forward(x: np.NDArray): np.NDArray {
    this.input = x;
    return np.matmul(x, this.W).add(this.b);
  }
  backward(grad: np.NDArray, lr: number): np.NDArray {
    if (!this.input) throw new Error('forward first');
    const dW = np.matmul(this.input.T, grad);
    const db = np.sum(grad, 0) as np.NDArray;
    const dx = np.matmul(grad, this.W.T);
    this.W = this.W.subtract(dW.multiply(lr));
    this.b = this.b.subtract(db.multiply(lr));
    return dx;
  }
}

const SAMPLES = 2000;
const FEATURES = 784;
const CLASSES = 10;
const HIDDEN = 64;
const BATCH = 250;

function dataset(): { images: np.NDArray; labels: np.NDArray } {
  const pixels = new Uint8Array(SAMPLES * FEATURES);
  const y = new Uint8Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i++) {
    y[i] = i % CLASSES;
    for (let j = 0; j < FEATURES; j++) pixels[i * FEATURES + j] = (j % CLASSES === y[i] ? 180 : 20) + ((i * 31 + j * 17) % 50);
  }
  return { images: np.array(pixels).reshape(SAMPLES, FEATURES), labels: np.array(y) };
}

const { images, labels } = dataset();
const X = images.astype('float64').divide(255);
const Y = oneHot(labels, CLASSES);
const l1 = new Dense(FEATURES, HIDDEN, 1);
const l2 = new Dense(HIDDEN, CLASSES, 2);
let loss = 0;

for (let epoch = 0; epoch < 3; epoch++) {
  const order = shuffleIndices(SAMPLES, epoch);
  for (let s = 0; s < SAMPLES; s += BATCH) {
    const idx = order.slice(s, s + BATCH);
    const xb = X.take(idx, 0);
    const yb = np.take(Y, idx, 0);
    const z1 = l1.forward(xb);
    const a1 = relu(z1);
    const probs = softmax(l2.forward(a1));
    const grad = probs.subtract(yb).divide(BATCH);
    const back = l2.backward(grad, 0.1);
    l1.backward(back.multiply(reluGrad(z1)), 0.1);
    loss = -Number(np.mean(np.sum(np.multiply(yb, np.log(probs.add(1e-12))), 1) as np.NDArray));
  }
}
const predictions = softmax(l2.forward(relu(l1.forward(X)))).argmax(1) as np.NDArray;
const correct = predictions.equal(labels);
const accuracy = Number(np.mean(correct.astype('float64')));
const confusion = np.zeros([CLASSES, CLASSES]);
const p = predictions.tolist() as number[];
const l = labels.tolist() as number[];
for (let i = 0; i < SAMPLES; i++) { const at = [Number(l[i]), Number(p[i])]; confusion.set(at, Number(confusion.get(at)) + 1); };
console.log('loss', loss.toFixed(6), 'accuracy', accuracy.toFixed(3));
console.log('checksum', Number(np.trace(confusion)), Number(np.sum(l1.W)).toFixed(6));

// Data loader for a classifier: images uint8, labels, one-hot, batches, normalisation, shuffling.
import * as np from 'numpy-ts';

type Batch = { x: np.NDArray; y: np.NDArray; size: number };

interface LoaderConfig {
  batchSize: number;
  classes: number;
  normalise: boolean;
  dtype: 'float32' | 'float64';
}

const config: LoaderConfig = { batchSize: 256, classes: 10, normalise: true, dtype: 'float32' };
const N = 4096;
const SIDE = 28;

function makeDataset(n: number): { images: np.NDArray; labels: np.NDArray } {
  const raw = new Uint8Array(n * SIDE * SIDE);
  const lab = new Uint8Array(n);
  let s = 7;
  for (let i = 0; i < n; i++) {
    lab[i] = i % 10;
    for (let j = 0; j < SIDE * SIDE; j++) {
      s = (s * 75 + 74) % 65537;
      raw[i * SIDE * SIDE + j] = (s + lab[i]! * 5) & 255;
    }
  }
  return { images: np.array(raw).reshape(n, SIDE, SIDE), labels: np.array(lab) };
}

function oneHot(labels: np.NDArray, classes: number): np.NDArray {
  const out = np.zeros([labels.size, classes]);
  for (let i = 0; i < labels.size; i++) out.set([i, Number(labels.iget(i))], 1);
  return out;
}

function permutation(n: number, seed: number): np.NDArray {
  const order = np.arange(n);
  let s = seed;
  for (let i = n - 1; i > 0; i--) {
    s = (s * 75 + 74) % 65537;
    const j = s % (i + 1);
    const a = Number(order.iget(i));
    order.iset(i, Number(order.iget(j)));
    order.iset(j, a);
  }
  return order;
}

function* batches(images: np.NDArray, targets: np.NDArray, cfg: LoaderConfig): Generator<Batch> {
  const n = images.shape[0]!;
  for (let start = 0; start < n; start += cfg.batchSize) {
    const stop = Math.min(start + cfg.batchSize, n);
    const x = images.slice(`${start}:${stop}`).reshape(stop - start, SIDE * SIDE);
    const y = targets.slice(`${start}:${stop}`).copy();
    yield { x: x.copy(), y, size: stop - start };
  }
}

const { images, labels } = makeDataset(N);
const order = permutation(N, 3);
const shuffled = np.take(images, order, 0);
const shuffledLabels = np.take(labels, order);
const hot = oneHot(shuffledLabels, config.classes);

const scaled = config.normalise ? shuffled.astype(config.dtype).divide(255) : shuffled.astype(config.dtype);
const mean = np.mean(scaled, 0) as np.NDArray;
const std = np.std(scaled, 0) as np.NDArray;
const standard = scaled.subtract(mean).divide(std.add(1e-6));

const weights = np.zeros([SIDE * SIDE, config.classes]);
const bias = np.zeros([config.classes]);
let loss = 0;
let seen = 0;
for (const { x, y, size } of batches(standard, hot, config)) {
  const logits = x.matmul(weights).add(bias);
  const shifted = logits.subtract(np.max(logits, 1, true) as np.NDArray);
  const e = np.exp(shifted);
  const p = e.divide(np.sum(e, 1, true) as np.NDArray);
  const grad = p.subtract(y).divide(size);
  const gw = x.T.matmul(grad);
  np.copyto(weights, weights.subtract(gw.multiply(0.01)));
  np.copyto(bias, bias.subtract((np.sum(grad, 0) as np.NDArray).multiply(0.01)));
  loss += Number(np.sum(np.log(np.sum(p.multiply(y), 1) as np.NDArray))) * -1;
  seen += size;
}
console.log('loss', (loss / seen).toFixed(5), 'seen', seen);
console.log('weights', Number(np.sum(np.absolute(weights))).toFixed(5), weights.shape);
console.log('hot', Number(np.sum(hot)), hot.dtype.length > 0, Number(np.sum(order)));
const valid = images.slice('-512:').copy();
const augmented = np.flip(valid, 2);
console.log('aug', augmented.shape, Number(np.sum(augmented)), Number(np.max(valid)));

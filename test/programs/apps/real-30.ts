// batched inference service: request queue, preprocess, conv layer via im2col, argmax; namespaces of options
import * as np from 'numpy-ts';

type Request = { id: number; image: Uint8Array };
type Response = { id: number; label: number; score: number };

const SIZE = 32;
const CH = 3;
const BATCH = 16;
const FILTERS = 8;
const K = 3;

const CONFIG = { mean: [0.48, 0.45, 0.4], std: [0.22, 0.22, 0.22], classes: 10 } as const;

function* requests(n: number): IterableIterator<Request> {
  for (let id = 0; id < n; id++) {
    const image = new Uint8Array(SIZE * SIZE * CH);
    for (let i = 0; i < image.length; i++) image[i] = (i * (id + 3)) % 251;
    yield { id, image };
  }
}

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function preprocess(batch: Request[]): np.NDArray {
  const images = batch.map((r) => np.array(r.image).reshape(SIZE, SIZE, CH));
  const stacked = np.stack(images);
  const scaled = stacked.astype('float32').divide(255);
  const normal = scaled.subtract(np.array([...CONFIG.mean], 'float32')).divide(np.array([...CONFIG.std], 'float32'));
  return np.transpose(normal, [0, 3, 1, 2]);
}

function im2col(x: np.NDArray): np.NDArray {
  const n = x.shape[0]!;
  const out = SIZE - K + 1;
  const patches: np.NDArray[] = [];
  for (let dy = 0; dy < K; dy++) {
    for (let dx = 0; dx < K; dx++) {
      patches.push(x.slice(':', ':', `${dy}:${dy + out}`, `${dx}:${dx + out}`).reshape(n, CH, out * out));
    }
  }
  return np.stack(patches, 2).reshape(n, CH * K * K, out * out);
}

class Model {
  private readonly conv: np.NDArray;
  private readonly head: np.NDArray;
  constructor() {
    this.conv = np.sin(np.arange(FILTERS * CH * K * K)).reshape(FILTERS, CH * K * K).astype('float32');
    this.head = np.cos(np.arange(FILTERS * CONFIG.classes)).reshape(FILTERS, CONFIG.classes).astype('float32');
  }
  forward(x: np.NDArray): np.NDArray {
    const columns = im2col(x);
    const features = np.matmul(this.conv, columns);
    const activated = np.maximum(features, 0);
    const pooled = np.mean(activated, 2) as np.NDArray;
    return np.matmul(pooled, this.head);
  }
}

const model = new Model();
const responses: Response[] = [];
let totalBytes = 0;
for (const batch of batches(requests(72), BATCH)) {
  const input = preprocess(batch);
  totalBytes += input.nbytes;
  const logits = model.forward(input);
  const stable = logits.subtract(logits.max(1, true) as np.NDArray);
  const exps = np.exp(stable);
  const probabilities = exps.divide(exps.sum(1, true) as np.NDArray);
  const best = probabilities.argmax(1) as np.NDArray;
  batch.forEach((r, i) => responses.push({ id: r.id, label: Number(best.get([i])), score: Number(probabilities.get([i, Number(best.get([i]))])) }));
}
const labels = np.array(responses.map((r) => r.label));
const histogram = np.bincount(labels.astype('int32'), undefined, CONFIG.classes);
console.log(totalBytes, responses.length);
console.log('checksum', responses.reduce((a, r) => a + r.score, 0).toFixed(4), histogram.tolist());

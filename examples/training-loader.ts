/**
 * Feeds a small classifier with batches: shuffles, splits, normalises, and hands out copies where views would do.
 */
import * as np from 'numpy-ts';

const SAMPLES = 6000;
const FEATURES = 64;
const CLASSES = 10;
const BATCH = 1500;

interface Dataset {
  readonly features: np.NDArray;
  readonly labels: np.NDArray;
}

interface Batch {
  readonly x: np.NDArray;
  readonly y: np.NDArray;
}

/** Features in float32, labels 0 … 9. */
function synthesise(): Dataset {
  np.random.seed(7);
  const noise = np.random.randn(SAMPLES, FEATURES) as np.NDArray;
  const features = noise.astype('float32');
  noise.dispose();
  const classes = Array.from({ length: SAMPLES }, (_, i) => i % CLASSES);
  return { features, labels: np.array(classes) };
}

/** One row per sample, a 1 in the column of its class: 0 and 1 as doubles, and 64 columns in reserve. */
function oneHot(labels: np.NDArray): np.NDArray {
  const encoded = np.zeros([SAMPLES, 64]);
  for (let i = 0; i < SAMPLES; i++) {
    encoded.set([i, Number(labels.iget(i))], 1);
  }
  return encoded;
}

/** The mean is taken from a copy, "so that nothing can happen to the features". */
function centre(features: np.NDArray): np.NDArray {
  const work = features.copy();
  const mean = np.mean(work, 0) as np.NDArray;
  return features.subtract(mean);
}

function split(data: Dataset): { train: Dataset; test: Dataset } {
  const cut = Math.floor(SAMPLES * 0.75);
  return {
    train: { features: data.features.slice(`:${cut}`), labels: data.labels.slice(`:${cut}`) },
    test: { features: data.features.slice(`${cut}:`), labels: data.labels.slice(`${cut}:`) },
  };
}

function* batches(data: Dataset): Generator<Batch> {
  for (let start = 0; start < data.features.shape[0]; start += BATCH) {
    const range = `${start}:${start + BATCH}`;
    yield { x: data.features.slice(range).copy(), y: data.labels.slice(range).copy() };
  }
}

/** Augmentation writes into its batch, and the batch's rows belong to the data set: this copy is needed. */
function augmented(x: np.NDArray): np.NDArray {
  const result = x.copy();
  result.slice('::2', ':8').fill(0);
  return result;
}

function score(x: np.NDArray, weights: np.NDArray): np.NDArray {
  const hidden = x.astype('float32').matmul(weights);
  return np.argmax(hidden, 1) as np.NDArray;
}

const raw = synthesise();
const features = centre(raw.features);
const data: Dataset = { features, labels: raw.labels };
const targets = oneHot(data.labels);
const { train, test } = split(data);
const weights = np.full([FEATURES, CLASSES], 0.1, 'float32');
weights.fill(0.01);
for (let k = 0; k < CLASSES; k++) weights.set([k, k], 1);

let seen = 0;
let checksum = 0;
for (const { x, y } of batches(train)) {
  const inputs = augmented(x);
  const energy = inputs.multiply(inputs).add(inputs.multiply(0.5)).subtract(inputs.multiply(inputs).multiply(0.25));
  checksum += Number(np.sum(energy));
  seen += y.shape[0];
}

const flat = features.flatten();
const spread = Number(np.max(flat)) - Number(np.min(flat));
const predicted = score(test.features, weights);
console.log('seen', seen, 'energy', checksum.toFixed(1));
console.log('spread', spread.toFixed(4), 'one-hot', Number(np.sum(targets)));
console.log('test', predicted.shape, Number(np.sum(predicted)));

// multi file: dataset -> features -> logistic regression, options and async
import * as np from 'numpy-ts';
import { loadDataset, type Dataset } from './lib/e-data.ts';
import { standardise, polynomial, splitRows } from './lib/e-features.ts';

interface TrainOptions {
  epochs: number;
  rate: number;
  l2?: number;
  onEpoch?: (epoch: number, loss: number) => void;
}

const sigmoid = (z: np.NDArray): np.NDArray => np.reciprocal(np.exp(z.negative()).add(1));

function crossEntropy(p: np.NDArray, y: np.NDArray): number {
  const eps = 1e-9;
  const positive = y.multiply(np.log(p.add(eps)));
  const negative = np.subtract(np.ones_like(y), y).multiply(np.log(np.subtract(np.ones_like(p), p).add(eps)));
  return -Number(np.mean(positive.add(negative)));
}

function fit(X: np.NDArray, y: np.NDArray, { epochs, rate, l2 = 0, onEpoch }: TrainOptions): np.NDArray {
  const [n, d] = X.shape as [number, number];
  let w = np.zeros([d]);
  for (let e = 0; e < epochs; e++) {
    const p = sigmoid(np.matmul(X, w));
    const gradient = np.matmul(X.T, p.subtract(y)).divide(n);
    w = w.subtract(gradient.add(w.multiply(l2)).multiply(rate));
    onEpoch?.(e, crossEntropy(p, y));
  }
  return w;
}

function auc(scores: np.NDArray, y: np.NDArray): number {
  const order = np.argsort(scores);
  const sorted = y.iindex(order.astype('int32'));
  const ranks = np.arange(1, y.size + 1);
  const positives = Number(sorted.sum());
  const rankSum = Number(np.sum(ranks.multiply(sorted)));
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (y.size - positives));
}

async function main(): Promise<void> {
  const data: Dataset = await loadDataset(8000, 12);
  const scaled = standardise(data.X);
  const expanded = polynomial(scaled);
  const { train, test } = splitRows(expanded, 0.75);
  const cut = train.shape[0]!;
  const yTrain = data.y.slice(`:${cut}`);
  const yTest = data.y.slice(`${cut}:`);
  const losses: number[] = [];
  const w = fit(train, yTrain, { epochs: 25, rate: 0.5, l2: 1e-4, onEpoch: (_, loss) => losses.push(loss) });
  const probability = sigmoid(np.matmul(test, w));
  const predicted = probability.greater_equal(0.5).astype('int32');
  const accuracy = Number(np.mean(predicted.equal(yTest).astype('float64')));
  const cov = np.cov(scaled.T);
  const weightsByFeature = np.abs(w).reshape(2, 12);
  console.log(expanded.shape, train.nbytes, test.nbytes, cov.shape, weightsByFeature.shape, losses.length);
  console.log('checksum', accuracy.toFixed(4), auc(probability, yTest).toFixed(5), losses.at(-1)!.toFixed(6), Number(np.sum(cov)).toFixed(6));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

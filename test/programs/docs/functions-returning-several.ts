import * as np from 'numpy-ts';

function trainTestSplit(x: np.NDArray, share: number): [np.NDArray, np.NDArray] {
  const cut = Math.floor(x.shape[0]! * share);
  return [x.slice(`:${cut}`), x.slice(`${cut}:`)];
}

function bounds(x: np.NDArray) {
  return { low: np.min(x, 0) as np.NDArray, high: np.max(x, 0) as np.NDArray };
}

const data = np.arange(300).reshape(100, 3);
const [train, test] = trainTestSplit(data, 0.8);
const { low, high } = bounds(train);
const scaled = test.subtract(low).divide(np.subtract(high, low));
console.log(train.shape, test.shape, low.tolist(), scaled.shape, scaled.dtype);

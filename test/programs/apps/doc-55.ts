import * as np from 'numpy-ts';
// dataset: batches, shuffle, train/test split, one-hot, confusion matrix
class Dataset {
  X: np.NDArray; y: np.NDArray;
  constructor(X: np.NDArray, y: np.NDArray) { this.X = X; this.y = y; }
  get length() { return this.X.shape[0]; }
  split(ratio: number): [Dataset, Dataset] {
    const n = Math.floor(this.length * ratio);
    return [new Dataset(this.X.slice(`:${n}`), this.y.slice(`:${n}`)), new Dataset(this.X.slice(`${n}:`), this.y.slice(`${n}:`))];
  }
  shuffled(seed: number) {
    np.random.seed(seed);
    const idx = np.random.permutation(this.length) as unknown as np.NDArray;
    return new Dataset(np.take(this.X, idx, 0), np.take(this.y, idx, 0));
  }
  *batches(size: number) {
    for (let i = 0; i < this.length; i += size) {
      const end = Math.min(i + size, this.length);
      yield { x: this.X.slice(`${i}:${end}`), y: this.y.slice(`${i}:${end}`) };
    }
  }
}
const X = np.arange(300, undefined, 1, 'float32').reshape(100, 3);
const y = np.mod(np.arange(100, undefined, 1, 'int32'), 3);
const ds = new Dataset(X, y).shuffled(5);
const [train, test] = ds.split(0.8);
const tx = train.X;
const ty = test.y;
let W = np.zeros([3, 3]);
for (let epoch = 0; epoch < 2; epoch++) {
  for (const { x, y: yb } of train.batches(32)) {
    const logits = x.matmul(W);
    const onehot = np.equal(yb.reshape(-1, 1), np.arange(3)).astype('float32');
    const grad = x.T.matmul(logits.subtract(onehot));
    W = W.subtract(grad.multiply(1e-6));
  }
}
const pred = np.argmax(test.X.matmul(W), 1) as np.NDArray;
const cm = np.zeros([3, 3], 'int32');
for (let i = 0; i < pred.size; i++) {
  const t = Number(ty.get([i])), p = Number(pred.get([i]));
  cm.set([t, p], Number(cm.get([t, p])) + 1);
}
const acc = np.mean(pred.equal(ty)) as number;
const prec = cm.diagonal().divide(np.maximum(cm.sum(0) as np.NDArray, 1));
const counts = np.bincount(y, undefined, 3);
const onehots = np.eye(3).take(y.tolist() as number[], 0);
const mm = X.subtract(X.min(0) as np.NDArray).divide(np.ptp(X, 0) as np.NDArray);
const folds = np.array_split(np.arange(100), 7);
const trainIdx = np.concatenate(folds.filter((_, i) => i !== 2));
const lastFold = folds[6];
console.log(tx.shape, ty.shape, W.shape, W.dtype, pred.dtype, acc >= 0, prec.dtype, counts.shape, onehots.shape, mm.dtype, trainIdx.shape, lastFold.shape);

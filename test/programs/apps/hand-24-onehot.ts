import * as np from 'numpy-ts';

function oneHot(labels: np.NDArray, classes = 10, dtype: np.DType = 'float32'): np.NDArray {
  return np.take(np.eye(classes, undefined, undefined, dtype), labels, 0);
}
function oneHotLoop(labels: number[], classes: number): np.NDArray {
  const out = np.zeros([labels.length, classes], 'uint8');
  labels.forEach((label, i) => out.set([i, label], 1));
  return out;
}
function oneHotCompare(labels: np.NDArray, classes: number): np.NDArray {
  return labels.reshape(-1, 1).equal(np.arange(classes));
}
const labels = np.arange(20_000).mod(10).astype('uint8');
const hot = oneHot(labels);
const cmp = oneHotCompare(labels, 10);
const loop = oneHotLoop(labels.tolist() as number[], 10);
console.log(hot.shape, hot.dtype, hot.nbytes, cmp.dtype, cmp.nbytes, loop.nbytes);
console.log(np.array_equal(hot, cmp), np.array_equal(loop, cmp));
const decoded = np.argmax(hot, 1) as np.NDArray;
console.log(decoded.dtype, decoded.nbytes, np.array_equal(decoded, labels));
const decoded8 = decoded.astype('uint8');
console.log(decoded8.nbytes);

// softmax cross-entropy
function softmax(z: np.NDArray): np.NDArray {
  const shifted = z.subtract(z.max(1, true) as np.NDArray);
  const e = np.exp(shifted);
  return e.divide(e.sum(1, true) as np.NDArray);
}
const logits = hot.multiply(2).subtract(0.5);
const probs = softmax(logits);
console.log(probs.dtype, probs.shape, Number(probs.slice('0').sum()).toFixed(4));
const loss = np.mean(np.sum(hot.multiply(np.log(probs)), 1) as np.NDArray);
console.log((-(loss as number)).toFixed(4));
const confusion = np.zeros([10, 10], 'int32');
const pred = np.argmax(probs, 1) as np.NDArray;
for (let i = 0; i < 100; i++) {
  const r = Number(labels.get([i]));
  const c = Number(pred.get([i]));
  confusion.set([r, c], Number(confusion.get([r, c])) + 1);
}
console.log(np.trace(confusion), np.diag(confusion).tolist());
const double = oneHot(labels, 10, 'float64');
console.log(double.nbytes, double.sum());

import * as np from 'numpy-ts';

const relu = (x: np.NDArray) => np.maximum(x, 0);
const softmax = (x: np.NDArray) => {
  const shifted = x.subtract(np.max(x, 1, true) as np.NDArray);
  const e = np.exp(shifted);
  return e.divide(np.sum(e, 1, true) as np.NDArray);
};

const batch = np.full([64, 256], 0.1, 'float32');
const w1 = np.full([256, 128], 0.02, 'float32');
const w2 = np.full([128, 10], 0.05, 'float32');
const hidden = relu(batch.matmul(w1));
const logits = hidden.matmul(w2);
const probabilities = softmax(logits);
const labels = np.argmax(probabilities, 1) as np.NDArray;

console.log(hidden.shape, hidden.dtype, logits.nbytes, probabilities.dtype, labels.shape);

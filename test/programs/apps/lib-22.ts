// @ts-nocheck -- written by reviewers to find wrong facts
// convolutional layer by im2col, float32
import * as np from 'numpy-ts';
np.random.seed(2);
function im2col(x: np.NDArray, k: number): np.NDArray {
  const [n, h, w] = x.shape as [number, number, number];
  const oh = h - k + 1, ow = w - k + 1;
  const cols: np.NDArray[] = [];
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) cols.push(x.slice(':', `${i}:${i + oh}`, `${j}:${j + ow}`));
  return np.stack(cols, -1).reshape(n * oh * ow, k * k);
}
const batch = (np.random.random([8, 28, 28]) as np.NDArray).astype('float32');
const filters = (np.random.standard_normal([9, 6]) as np.NDArray).astype('float32').multiply(0.3);
const cols = im2col(batch, 3);
console.log(cols.shape, cols.dtype, cols.nbytes);
const out = cols.matmul(filters).reshape(8, 26, 26, 6);
const relu = np.maximum(out, 0);
const pooled = relu.reshape(8, 13, 2, 13, 2, 6).max([2, 4]) as np.NDArray;
console.log(relu.dtype, pooled.shape, pooled.dtype);
const flat = pooled.reshape(8, -1);
const w = np.full([flat.shape[1]!, 10], 0.01, 'float32');
const logits = flat.matmul(w);
const lse = np.log(np.exp(logits.subtract(logits.max(-1, true) as np.NDArray)).sum(-1, true) as np.NDArray);
console.log(logits.shape, lse.shape, lse.dtype);
const drop = np.random.binomial(1, 0.5, flat.shape as number[]) as np.NDArray;
const dropped = flat.multiply(drop).divide(0.5);
console.log(drop.dtype, dropped.dtype, dropped.shape);
const bn = pooled.subtract(pooled.mean([0, 1, 2], true) as np.NDArray).divide(np.sqrt((pooled.var as any).call(pooled, 0, 0, true).add(1e-5)));
console.log(bn.shape, bn.dtype);
const nchw = np.transpose(pooled, [0, 3, 1, 2]);
console.log(nchw.shape, nchw.strides, nchw.flags.C_CONTIGUOUS, np.ascontiguousarray(nchw).strides);
const q = np.clip(np.round(pooled.multiply(127)), -128, 127).astype('int8');
const acc = np.matmul(q.reshape(8, -1).astype('int32'), np.ones([flat.shape[1]!, 4], 'int32'));
console.log(q.nbytes, acc.dtype, acc.shape);
const oneHot = np.eye(10, undefined, undefined, 'float32');
const t = np.take(oneHot, [3, 1, 4, 1, 5, 9, 2, 6], 0);
console.log(t.shape, t.dtype, Number(np.sum(t.multiply(logits))).toFixed(3));

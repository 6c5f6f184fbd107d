import * as np from 'numpy-ts';

const ROWS = 2000;
const COLS = 300;
const X = np.arange(ROWS * COLS).astype('float32').reshape(ROWS, COLS).mod(97);

function blockMean(data: np.NDArray, block = 128): np.NDArray {
  let total = np.zeros([data.shape[1]]);
  for (let start = 0; start < data.shape[0]; start += block) {
    const stop = Math.min(start + block, data.shape[0]);
    const part = data.slice(`${start}:${stop}`);
    total = total.add(part.sum(0) as np.NDArray);
  }
  return total.divide(data.shape[0]);
}
const bm = blockMean(X);
console.log(bm.dtype, bm.shape, np.allclose(bm, X.mean(0) as np.NDArray, 1e-3));

function pairwise(A: np.NDArray, B: np.NDArray, block = 50): np.NDArray {
  const out = np.empty([A.shape[0], B.shape[0]], 'float32');
  for (let i = 0; i < A.shape[0]; i += block) {
    const a = A.slice(`${i}:${i + block}`);
    const d = a.reshape(-1, 1, COLS).subtract(B.reshape(1, -1, COLS));
    np.copyto(out.slice(`${i}:${i + block}`), np.sqrt(d.multiply(d).sum(2) as np.NDArray));
  }
  return out;
}
const D = pairwise(X.slice(':100'), X.slice('100:140'));
console.log(D.shape, D.dtype, D.mean());
const parts = np.array_split(X, 7);
console.log(parts.map((p) => p.shape[0]), parts[0].dtype);
const totals = parts.map((p) => Number(np.sum(p)));
console.log(totals.reduce((p, q) => p + q, 0), Number(X.sum()));
const scaled = X.divide(97).multiply(255).astype('uint8');
console.log(scaled.nbytes, scaled.get([1, 1]));
const std = X.subtract(X.mean(0) as np.NDArray).divide(X.std(0) as np.NDArray);
console.log(std.dtype, Math.abs(Number(std.mean())) < 1e-3);
const sums = [];
for (const row of X.slice(':3')) sums.push(Number((row as np.NDArray).sum()));
console.log(sums);
const mm = X.T.matmul(X);
console.log(mm.shape, mm.dtype, mm.get([0, 0]));

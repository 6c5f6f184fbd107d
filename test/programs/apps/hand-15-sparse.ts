import * as np from 'numpy-ts';

// sparse-like data: coordinates and values
interface Coo { row: np.NDArray; col: np.NDArray; val: np.NDArray; shape: [number, number] }

function toCoo(dense: np.NDArray): Coo {
  const [row, col] = np.nonzero(dense);
  const flat = np.flatnonzero(dense);
  const val = np.take(dense.ravel(), flat);
  return { row: row.astype('int32'), col: col.astype('int32'), val, shape: [dense.shape[0], dense.shape[1]] };
}
function toDense({ row, col, val, shape }: Coo): np.NDArray {
  const out = np.zeros(shape, val.dtype);
  const flat = row.multiply(shape[1]).add(col);
  out.reshape(-1).put(flat.tolist() as number[], val);
  return out;
}
const H = 600;
const dense = np.zeros([H, H], 'float32');
np.fill_diagonal(dense, 2);
np.fill_diagonal(dense.slice('1:'), -1);
np.fill_diagonal(dense.slice(':', '1:'), -1);
const coo = toCoo(dense);
console.log(coo.row.dtype, coo.val.dtype, coo.val.shape, coo.val.nbytes + coo.row.nbytes + coo.col.nbytes, dense.nbytes);
console.log(np.array_equal(toDense(coo), dense));

function matvec({ row, col, val, shape }: Coo, x: np.NDArray): np.NDArray {
  return np.bincount(row, np.take(x, col).multiply(val), shape[0]);
}
const x = np.arange(H).astype('float64');
const y1 = matvec(coo, x);
const y2 = dense.matmul(x);
console.log(y1.dtype, y1.shape, y2.dtype, np.allclose(y1, y2));
const rowCounts = np.bincount(coo.row, undefined, H);
const indptr = np.concatenate([np.array([0]), rowCounts.cumsum()]);
console.log(rowCounts.dtype, indptr.dtype, indptr.shape, indptr.get([H]));
const compressed = np.compress(np.any(dense, 1) as np.NDArray, dense, 0);
console.log(compressed.shape, np.argwhere(dense.greater(1)).shape);
const uniq = np.unique(dense) as np.NDArray;
console.log(uniq.tolist(), uniq.dtype);

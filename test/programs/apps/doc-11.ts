import * as np from 'numpy-ts';
// set routines
const x = np.array([1, 2, 2, 3, 3, 3], 'int16');
const u = np.unique(x) as np.NDArray;
const full = np.unique(x, true, true, true) as any;
const { values, indices, inverse, counts } = full;
const uc = np.unique_counts(x) as any;
const uv = np.unique_values(x);
const ui = np.unique_inverse(x) as any;
const is = np.isin(x, np.array([2, 3]));
const i1 = np.in1d(x, np.array([1], 'int16'));
const un = np.union1d(x, np.array([7, 8]));
const ix = np.intersect1d(x, np.array([3, 9], 'int16'));
const sd = np.setdiff1d(x, np.array([1]));
const sx = np.setxor1d(x, np.array([1, 10], 'int32'));
const tz = np.trim_zeros(np.array([0, 0, 1, 2, 0, 3, 0]));
const sel = x.compress(is);
const bi = x.bindex(i1);
const isin2 = np.isin(np.arange(12).reshape(3, 4), np.array([3, 5]));
const big = np.arange(1_000_000).mod(1000);
const ub = np.unique(big) as np.NDArray;
function dedupe(list: number[]) {
  const a = np.array(list);
  const r = np.unique(a) as np.NDArray;
  return r.astype('int32');
}
const dd = dedupe([5, 1, 5, 2]);
console.log(u.tolist(), Object.keys(full), values?.shape, indices?.shape, inverse?.shape, counts?.shape, Object.keys(uc), uv.dtype, Object.keys(ui), is.shape, i1.shape, un.dtype, ix.dtype, sd.dtype, sx.dtype, tz.shape, sel.shape, bi.shape, isin2.shape, ub.shape, dd.nbytes);

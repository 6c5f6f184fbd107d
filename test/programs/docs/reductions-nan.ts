import * as np from 'numpy-ts';

const data = np.array([[1, NaN, 3], [4, 5, NaN]]);
const missing = np.isnan(data);
const sum = np.nansum(data, 0) as np.NDArray;
const mean = np.nanmean(data, 1) as np.NDArray;
const max = np.nanmax(data, 0) as np.NDArray;
const std = np.nanstd(data, 1) as np.NDArray;
const total = np.nansum(data);
const clean = np.nan_to_num(data);
const where = np.where(missing, np.zeros([2, 3]), data) as np.NDArray;

console.log(missing.dtype, sum.tolist(), mean.tolist(), max.shape, std.shape, total);
console.log(clean.tolist(), where.shape);

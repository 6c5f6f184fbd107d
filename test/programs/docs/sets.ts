import * as np from 'numpy-ts';

const a = np.array([3, 1, 2, 3, 1], 'int32');
const b = np.array([2, 3, 5], 'int32');
const values = np.unique(a) as np.NDArray;
const common = np.intersect1d(a, b);
const either = np.union1d(a, b);
const only = np.setdiff1d(a, b);
const xor = np.setxor1d(a, b);
const member = np.isin(a, b);
const { counts } = np.unique_counts(a);
const trimmed = np.trim_zeros(np.array([0, 0, 1, 2, 0]));

console.log(values.tolist(), common.tolist(), either.tolist(), only.tolist(), xor.tolist());
console.log(member.dtype, counts.dtype, counts.tolist(), trimmed.tolist());

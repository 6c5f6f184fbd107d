import * as np from 'numpy-ts';

const table = np.fromfunction((i, j) => i * 10 + j, [3, 4]);
const fromIter = np.fromiter([1, 4, 9, 16]);
const parsed = np.fromstring('1 2 3 4', 'float64', -1, ' ');
const lower = np.tri(4);
const tl = np.tril(np.ones([4, 4]));
const tu = np.triu(np.ones([4, 4]), 1);
const d = np.diag(np.array([1, 2, 3]));
const back = np.diag(d);
const v = np.vander(np.array([1, 2, 3]), 4);

console.log(table.shape, fromIter.size, parsed.tolist(), lower.dtype);
console.log(Number(np.sum(tl)), Number(np.sum(tu)), d.shape, back.shape, v.shape);

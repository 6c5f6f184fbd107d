import * as np from 'numpy-ts';

const m = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
const first = m[0] as np.NDArray;
const last = m[-1] as np.NDArray;
const value = first[1] as number;
const got = m.get([1, 2]);
m.set([0, 0], 42);
const row = m.row(1);
const col = m.col(2);
const rows = m.rows(0, 2);
const cols = m.cols(1, 3);
const it = m.item(4);

console.log(first.shape, last.tolist(), value, got, it);
console.log(row.tolist(), col.tolist(), rows.shape, cols.shape, m.get([0, 0]));

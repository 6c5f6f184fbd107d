import * as np from 'numpy-ts';

const m = np.arange(90_000).reshape(300, 300);
const byColumn = np.ascontiguousarray(m.T);
const raw = byColumn.data;
console.log(Number(raw[1]), Number(raw[300]), m.size);

import * as np from 'numpy-ts';

const base = np.zeros([8, 8], 'int32');
const rows = base.slice('2:6');
const block = rows.slice(':', '2:6');
const t = block.T;
const diagonal = np.diagonal(block);
const alternate = t.slice('::2', '::-1');
block.fill(1);
alternate.set([0, 0], 9);
const flat = base.ravel();
const again = flat.reshape(8, 8);

console.log(Number(np.sum(base)), block.shape, t.strides, diagonal.shape, alternate.strides);
console.log(flat.nbytes, again.shape, rows.base === null, np.shares_memory(base, again));

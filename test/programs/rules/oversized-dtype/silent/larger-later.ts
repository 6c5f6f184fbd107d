import * as np from 'numpy-ts';

// Bytes first, but one later write needs 52 bits.
const table = np.zeros([65536]);
for (let i = 0; i < 65536; i++) {
  table.set([i], i % 256);
}
table.set([0], 4_000_000_000_000_001);
console.log(Number(np.max(table)), Number(np.sum(table.slice('1:'))));

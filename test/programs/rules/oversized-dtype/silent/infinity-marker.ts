import * as np from 'numpy-ts';

// Distances are whole numbers, but unreached is Infinity.
const distance = np.full([400, 400], Infinity);
for (let i = 0; i < 400; i++) {
  distance.set([i, 0], i * 1_000_000_007);
}
console.log(Number(np.count_nonzero(np.isfinite(distance))), Number(np.min(distance)));

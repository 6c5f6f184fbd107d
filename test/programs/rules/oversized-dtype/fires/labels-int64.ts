import * as np from 'numpy-ts';

// Nine classes in 64-bit integers.
// expect: oversized-dtype <<np.zeros([400, 400], 'int64')>>
const labels = np.zeros([400, 400], 'int64');
for (let k = 1; k < 10; k++) {
  labels.slice(`${k * 40}:${k * 40 + 40}`).fill(k);
}
console.log(Number(np.sum(labels)), Number(np.max(labels)));

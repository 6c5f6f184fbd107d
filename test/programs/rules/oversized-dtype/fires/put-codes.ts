import * as np from 'numpy-ts';

// expect: oversized-dtype <<np.full([100000], 255, 'uint32')>>
const codes = np.full([100000], 255, 'uint32');
for (let i = 0; i < 100000; i += 7) {
  codes.set([i], i % 50);
}
const known = np.less(codes, 255);
console.log(Number(np.count_nonzero(known)), Number(np.sum(codes)));

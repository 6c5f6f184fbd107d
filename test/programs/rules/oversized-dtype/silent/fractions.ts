import * as np from 'numpy-ts';

const levels = np.zeros([512, 512]);
for (let y = 0; y < 512; y++) {
  levels.set([y, 0], y / 3);
}
console.log(Number(np.sum(levels)));

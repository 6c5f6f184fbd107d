import * as np from 'numpy-ts';

// One frame buffer is written again and again; what is kept must be a copy.
const frame = np.zeros([200, 200]);
const kept: np.NDArray[] = [];
for (let i = 0; i < 3; i++) {
  frame.fill(i);
  kept.push(frame.copy());
}
console.log(kept.map((each) => Number(np.sum(each))));

import * as np from 'numpy-ts';

// Every write is an integer from 0 to 255.
// expect: oversized-dtype <<np.zeros([512, 512])>>
const image = np.zeros([512, 512]);
for (let y = 0; y < 512; y++) {
  for (let x = 0; x < 512; x += 4) {
    image.set([y, x], (x * y) % 256);
  }
}
console.log(Number(np.sum(image)), Number(np.max(image)));

import * as np from 'numpy-ts';

function energy(signal: np.NDArray): number {
  using squared: np.NDArray = signal.multiply(signal);
  return Number(np.sum(squared));
}

const signal = np.linspace(0, 1, 200_000);
const before = np.wasmFreeBytes();
let total = 0;
for (let round = 0; round < 10; round++) {
  const scaled = signal.multiply(round);
  total += energy(scaled);
  scaled.dispose();
}
const after = np.wasmFreeBytes();

console.log(Math.round(total), before === after, signal.nbytes);

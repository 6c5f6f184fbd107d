import * as np from 'numpy-ts';

class RunningMean {
  readonly #sum: np.NDArray;
  #count = 0;

  constructor(shape: number[]) {
    this.#sum = np.zeros(shape);
  }

  push(frame: np.NDArray): this {
    np.copyto(this.#sum, this.#sum.add(frame));
    this.#count++;
    return this;
  }

  get mean(): np.NDArray {
    return this.#sum.divide(this.#count);
  }
}

const mean = new RunningMean([48, 64]);
for (let i = 1; i <= 4; i++) mean.push(np.full([48, 64], i, 'uint8'));
const result = mean.mean;
console.log(result.shape, result.dtype, result.get([0, 0]), result.T.shape);

import * as np from 'numpy-ts';

/** What `visit` does with the array is not known here. */
export function withScratch(visit: (scratch: np.NDArray) => void): void {
  const scratch = np.zeros([512, 512]);
  visit(scratch);
}

withScratch((scratch) => scratch.fill(0.5));
console.log('done');

import * as np from 'numpy-ts';

const a = np.arange(90_000);
// The sum is already an array of its own.
// expect: needless-copy <<a.add(1).copy()>>
const shifted = a.add(1).copy();
shifted.fill(2);
console.log(Number(np.sum(shifted)), Number(np.sum(a)));

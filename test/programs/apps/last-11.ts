import * as np from 'numpy-ts';
// sieve of Eratosthenes with float64 flags
const N = 20000;
const flags = np.ones([N + 1]);
flags.set([0], 0);
flags.set([1], 0);
for (let i = 2; i * i <= N; i++) {
  if (Number(flags.get([i])) === 1) flags.slice(`${i * i}::${i}`).fill(0);
}
console.log(Number(flags.sum()));
const primes = np.flatnonzero(flags);
console.log(primes.shape, primes.dtype, Number(primes.get([-1 + primes.size])));
// one-hot labels
const labels = np.arange(3000).mod(10);
const onehot = np.zeros([3000, 10]);
for (let i = 0; i < 3000; i++) onehot.set([i, Number(labels.get([i]))], 1);
const back = onehot.argmax(1) as np.NDArray;
console.log(onehot.dtype, back.dtype, Number(onehot.sum()), Number(back.sum()));
// eye onehot
const E = np.eye(10).take([1, 2, 3, 1], 0);
console.log(E.shape, Number(E.sum()));
// checkerboard
const board = np.zeros([512, 512]);
board.slice('1::2', '::2').fill(1);
board.slice('::2', '1::2').fill(1);
console.log(Number(board.sum()), Number(board.get([0, 1])));

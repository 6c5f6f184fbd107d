// @ts-nocheck -- written by reviewers to find wrong facts
// in-place updates of large counters (value ranges)
import * as np from 'numpy-ts';
const N = 100_000;
const count = np.zeros([N]), seen = np.zeros([N]), age = np.full([N], 30), score = np.ones([N]);
let state = 12345;
for (let i = 0; i < 500; i++) {
  state = (state * 1103515245 + 12345) % 2147483648;
  const k = state % N;
  count.set([k], Number(count.get([k])) + 1);
  seen.iset(k, 1);
  age.iset(k, i % 100);
}
np.copyto(score, score.add(seen).add(seen));
console.log(Number(count.sum()), Number(seen.sum()), Number(age.max()), Number(score.max()));
const half = np.full([N], 2); half.slice(':1000').fill(5); np.copyto(half, half.divide(2));
console.log(Number(half.sum()));
const signs = np.ones([N]); signs.slice('::2').fill(-1);
console.log(Number(signs.cumsum().min()), Number(np.prod(signs.slice(':5'))));
const days = np.arange(N).mod(365), months = np.floor_divide(days, 31);
console.log(Number(months.max()), Number(days.max()));
const big = np.arange(N).multiply(700); console.log(Number(big.max()));
const perm = np.arange(N); np.random.seed(1); np.random.shuffle(perm); console.log(Number(perm.sum()), Number(perm.get([0])) >= 0);
const table = np.array([3, 1, 4, 1, 5, 9, 2, 6]), look = np.take(table, np.arange(N).mod(8)); console.log(Number(look.sum()), Number(np.mean(look)));
const pyr = np.outer(np.arange(300), np.arange(300)); console.log(Number(pyr.max()), Number(np.trace(pyr)));
const eye = np.eye(300); console.log(Number(eye.sum()), Number(np.matmul(eye, pyr).max()));
const tri = np.tri(300); console.log(Number(np.cumsum(tri, 0).max()), Number(tri.sum()));
const idx = np.indices([200, 200]); console.log(Number(idx.max()), idx.shape, idx.dtype);
const neg = np.arange(-50000, 50000); console.log(Number(neg.min()), Number(np.absolute(neg).max()), Number(neg.square().max()));
const lin = np.linspace(0, N - 1, N); console.log(Number(lin.max()), Number(np.std(lin)).toFixed(6));

// counters and accumulators where a small dtype would overflow: votes, integral image, popularity
import * as np from 'numpy-ts';

const USERS = 3000;
const ITEMS = 128;

const clicks = np.zeros([USERS, ITEMS]);
let s = 11;
for (let i = 0; i < 100_000; i++) {
  s = (s * 48271) % 2147483647;
  const u = s % USERS;
  const k = s % ITEMS;
  clicks.set([u, k], Number(clicks.get([u, k])) + 1);
}

const seen = np.zeros([USERS, ITEMS]);
for (let u = 0; u < USERS; u++) seen.set([u, u % ITEMS], 1);

const votes = np.ones([USERS, ITEMS]);
const doubled = votes.multiply(2);
const weights = np.full([USERS, ITEMS], 200);
const sumOfTwo = weights.add(weights);
const negated = votes.multiply(-1);
const half = votes.divide(2);
const squared = weights.power(2);
const difference = votes.subtract(weights);

const perItem = np.sum(seen, 0) as np.NDArray;
const perUser = np.sum(weights, 1) as np.NDArray;
const integral = np.cumsum(np.cumsum(votes, 0), 1);
const mean = np.mean(weights, 1) as np.NDArray;
const products = np.matmul(weights.T, votes);
const variance = np.var(weights.add(seen), 0) as np.NDArray;

function histogramOf(a: np.NDArray): Map<number, number> {
  const m = new Map<number, number>();
  for (const v of a.ravel().tolist() as number[]) m.set(v, (m.get(v) ?? 0) + 1);
  return m;
}

const counts = histogramOf(seen);
const ids = np.arange(USERS * ITEMS).reshape(USERS, ITEMS);
const parity = ids.mod(2);
const buckets = ids.floor_divide(1000);
const hashed = ids.multiply(2654435761).mod(97);
const mask = np.ones([USERS, ITEMS]);
mask.slice('::3', ':').fill(0);
const masked = clicks.multiply(mask);
const inverse = mask.negative().add(1);
const labels = np.full([USERS, ITEMS], -1);
labels.slice('0:10', ':').fill(3);
const ordered = np.sort(labels.ravel());
console.log(JSON.stringify([...counts]), doubled.size, half.size, inverse.shape);
console.log('checksum', [doubled, sumOfTwo, negated, half, squared, difference, perItem, perUser, integral, mean, products, variance, parity, buckets, hashed, masked, inverse, ordered].map((a) => Number(np.sum(a as np.NDArray)).toFixed(3)).join(' '));

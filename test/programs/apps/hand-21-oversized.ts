import * as np from 'numpy-ts';

// ids, flags, counters: which dtype do they need?
const N = 200_000;
const ids = np.arange(N);
const flags = np.zeros([N]);
const counts = np.zeros([N], 'int64');
const labels = np.full([N], 3);
const halves = np.arange(0, N / 2, 0.5);
flags.slice('::2').fill(1);
console.log(flags.sum(), ids.max(), labels.mean(), halves.shape);
counts.slice('10:20').fill(5n as any);
console.log(counts.sum(), counts.get([12]));

const even = ids.mod(2).equal(0);
console.log(even.sum(), np.count_nonzero(even));
const doubled = ids.multiply(2);
console.log(doubled.get([N - 1]), doubled.sum());
const negatives = ids.subtract(N);
console.log(negatives.min(), Math.abs(Number(negatives.max())));

const months = np.arange(N).mod(12).add(1);
const hist = np.bincount(months.astype('int32'));
console.log(hist.shape, hist.tolist());
const ratio = labels.divide(2);
console.log(ratio.get([0]), ratio.dtype);
const avg = np.average(flags) as number;
console.log(avg.toFixed(2));
let running = np.zeros([N]);
for (let i = 0; i < 3; i++) running = running.add(flags);
console.log(running.max(), running.sum());
const big = np.full([N], 70_000);
console.log(big.get([5]), big.multiply(big).get([0]));
const lookup = np.array(Array.from({ length: 256 }, (_, i) => 255 - i));
const picks = lookup.take(ids.mod(256).tolist() as number[]);
console.log(picks.get([300]), picks.dtype);
const w = np.ones([N], 'float32');
console.log(w.cumsum().get([N - 1]), w.sum());

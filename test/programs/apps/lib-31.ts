// @ts-nocheck -- written by reviewers to find wrong facts
// survey analysis: rows iterated, per-row statistics
import * as np from 'numpy-ts';
np.random.seed(12);
const answers = np.random.randint(1, 6, [2000, 40], 'uint8') as np.NDArray;
const means: number[] = [];
for (const row of answers) means.push(Number((row as np.NDArray).mean()));
console.log(means.length, means[0]!.toFixed(3));
const table = new Map<string, np.NDArray>();
for (const [i, row] of [...answers.slice(':5')].entries()) table.set(`r${i}`, row as np.NDArray);
console.log([...table.keys()], table.get('r2')!.shape, table.get('r2')!.dtype);
const dev = [...answers.slice('::400')].map((r) => np.subtract(r as np.NDArray, 3));
console.log(dev.length, dev[0]!.dtype, dev[0]!.shape);
const byCol = np.unstack(answers, 1).map((c) => np.bincount(c as never, undefined, 6));
console.log(byCol.length, byCol[0]!.shape);
const m = np.array(means);
const order = m.argsort().slice('::-1');
const top = np.take(answers, order.slice(':10').copy(), 0);
console.log(m.shape, top.shape, top.dtype);
const counts = np.zeros([40, 5], 'int32');
for (let v = 1; v <= 5; v++) np.copyto(counts.slice(':', String(v - 1)), np.count_nonzero(np.equal(answers, v), 0) as np.NDArray);
console.log(counts.sum(1)?.toString().slice(0, 30), counts.dtype);
const alpha = (() => {
  const k = answers.shape[1]!;
  const vi = np.variance(answers, 0, 1) as np.NDArray, vt = np.variance(np.sum(answers, 1) as np.NDArray, undefined, 1) as number;
  return (k / (k - 1)) * (1 - Number(np.sum(vi)) / Number(vt));
})();
console.log(alpha.toFixed(6));
const agree = np.greater_equal(answers, 4), pct = np.mean(agree, 0) as np.NDArray;
console.log(pct.dtype, pct.shape, Number(pct.max()).toFixed(4));
const [lo, hi] = [np.min(answers, 1) as np.NDArray, np.max(answers, 1) as np.NDArray];
console.log(lo.dtype, np.subtract(hi, lo).dtype, Number(np.max(np.subtract(hi, lo))));

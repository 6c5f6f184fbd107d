import * as np from 'numpy-ts';

const a = np.array([[1, 4, 3], [4, 3, 1]]);
const s = np.sort(a, 1);
const s0 = np.sort(a, 0);
const j = np.argsort(np.array([4, 3, 1, 2]));
console.log(s.tolist(), s0.tolist(), j.dtype, j.tolist());
const jm = np.argmax(a, 0) as np.NDArray;
console.log(jm.dtype, jm.tolist(), np.argmax(a), np.argmin(a, 1).toString());

np.random.seed(5);
const scores = np.random.randint(0, 1000, [40_000]) as np.NDArray;
console.log(scores.dtype, scores.shape);
function topK(x: np.NDArray, k = 10): { values: np.NDArray; indices: np.NDArray } {
  const indices = np.argsort(x).slice('::-1').slice(`:${k}`);
  return { values: np.take(x, indices), indices };
}
const { values, indices } = topK(scores, 5);
console.log(values.shape, indices.shape, values.dtype, indices.dtype);
function rank(x: np.NDArray): np.NDArray {
  const order = np.argsort(x);
  const ranks = np.empty([x.shape[0]], 'int32');
  ranks.put(order.tolist() as number[], np.arange(x.shape[0]));
  return ranks;
}
const rk = rank(np.array([30, 10, 20]));
console.log(rk.tolist(), rk.dtype);
const part = np.partition(scores, 100);
const ap = np.argpartition(scores, 100).slice(':100');
console.log(part.get([100]), ap.shape, np.median(scores));
const pos = np.searchsorted(np.array([1, 3, 5, 7]), np.array([0, 3, 6, 9]));
console.log(pos.dtype, pos.tolist());
const lx = np.lexsort([np.array([1, 1, 0]), np.array([2, 1, 2])]);
console.log(lx.dtype, lx.tolist());
const pct = np.percentile(scores, 90);
const q = np.quantile(scores.astype('float32'), 0.25);
console.log(pct, q);
const sortedCopy = np.sort(scores.copy());
console.log(sortedCopy.get([0]), sortedCopy.nbytes);
const names = ['b', 'a', 'c'];
const by = np.argsort(np.array(names.map((x) => x.charCodeAt(0))));
console.log((by.tolist() as number[]).map((i) => names[i]).join(''));
const i64 = np.sort(np.array([3n, 1n, 2n]));
console.log(i64.dtype, i64.tolist(), np.sort(np.array([true, false])).dtype);
const ta = np.take_along_axis(a, np.argsort(a, 1), 1);
console.log(ta.tolist());

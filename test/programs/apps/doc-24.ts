import { array, zeros, ones, NDArray, arange, linspace, where as choose2, concatenate as cat } from 'numpy-ts';
// moving average, one-hot, cumsum tricks from Stack Overflow
function movingAverage(a: NDArray, n = 3): NDArray {
  const ret = a.cumsum();
  const head = ret.slice(`${n - 1}:`);
  const tail = cat([zeros([1]), ret.slice(`:-${n}`)]);
  return head.subtract(tail).divide(n);
}
function oneHot(labels: number[], classes: number) {
  const out = zeros([labels.length, classes], 'uint8');
  labels.forEach((l, i) => out.set([i, l], 1));
  return out;
}
const ma = movingAverage(arange(20));
const ma5 = movingAverage(linspace(0, 1, 100), 5);
const oh = oneHot([0, 2, 1, 2], 3);
const rle = array([1, 1, 2, 3, 3, 3]);
const change = rle.slice('1:').not_equal(rle.slice(':-1'));
const starts = cat([array([0]), change.nonzero()[0].add(1)]);
const clipped = choose2(arange(10).greater(5), 5 as any, arange(10));
function sliding(a: NDArray, w: number) {
  const rows: NDArray[] = [];
  for (let i = 0; i + w <= a.size; i++) rows.push(a.slice(`${i}:${i + w}`));
  return rows;
}
const win = sliding(arange(10), 4);
const lastWin = win[win.length - 1];
const sums = win.map((w) => w.sum() as number);
const total = array(sums);
const lower = ones([3, 3], 'bool');
const [first, ...rest] = win;
console.log(ma.shape, ma5.shape, oh.nbytes, starts.tolist(), clipped.shape, lastWin.shape, total.shape, lower.nbytes, first.nbytes, rest.length);

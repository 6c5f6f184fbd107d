import * as np from 'numpy-ts';
// stackoverflow: moving average, normalise rows, pairwise distance, nearest value
function movingAverage(a: np.NDArray, n = 3): np.NDArray {
  const ret = np.cumsum(a);
  const head = ret.slice(`${n - 1}:${n}`);
  const rest = ret.slice(`${n}:`).subtract(ret.slice(`:-${n}`));
  return np.concatenate([head, rest]).divide(n);
}
const a = np.arange(1, 5001);
const ma = movingAverage(a, 5);
console.log(ma.shape, ma.dtype, Number(ma.sum()));
const ma2 = movingAverage(np.linspace(0, 1, 100));
console.log(ma2.shape, Number(ma2.mean()).toFixed(6));
const M = np.arange(1, 12001, 1, 'float64').reshape(3000, 4);
const rows = M.divide(M.sum(1, true) as np.NDArray);
console.log(rows.shape, Number(rows.sum()).toFixed(4));
const P = np.arange(0, 400, 1, 'float32').reshape(200, 2);
const D = np.sqrt((P.reshape(200, 1, 2).subtract(P.reshape(1, 200, 2)).power(2).sum(2)) as np.NDArray);
console.log(D.shape, D.dtype, Number(D.max()).toFixed(2));
function nearest(arr: np.NDArray, v: number): number {
  const i = np.absolute(arr.subtract(v)).argmin() as number;
  return Number(arr.get([i]));
}
console.log(nearest(np.linspace(0, 10, 1001), 3.333), nearest(a, 17.6));
const u = np.unique(np.array([3, 1, 2, 3, 1])) as np.NDArray;
console.log(u.shape, u.dtype);
const order = np.argsort(np.array([9, 4, 7]));
console.log(order.dtype, order.tolist());
const rolled = np.roll(a, 3);
const tiled = np.tile(np.array([[0, 1], [1, 0]]), [50, 50]);
console.log(rolled.dtype, tiled.shape, tiled.dtype, Number(tiled.sum()));

import * as np from 'numpy-ts';

// a small column store: struct of arrays, group by, join
interface Row { city: string; temp: number; day: number }
const cities = ['Oslo', 'Rome', 'Cairo'];
const rowsIn: Row[] = Array.from({ length: 999 }, (_, i) => ({ city: cities[i % 3], temp: 10 + (i % 7), day: i % 365 }));
class Table {
  private columns: Record<string, np.NDArray> = {};
  constructor(rows: Row[]) {
    this.columns.city = np.array(rows.map((r) => cities.indexOf(r.city)), 'uint8');
    this.columns.temp = np.array(rows.map((r) => r.temp), 'float32');
    this.columns.day = np.array(rows.map(({ day }) => day), 'int16');
  }
  col(name: string): np.NDArray { return this.columns[name]; }
  where(mask: np.NDArray): Record<string, np.NDArray> {
    const out: Record<string, np.NDArray> = {};
    for (const [name, column] of Object.entries(this.columns)) out[name] = column.compress(mask);
    return out;
  }
  groupMean(by: string, of: string): np.NDArray {
    const key = this.col(by);
    const sums = np.bincount(key, this.col(of));
    const n = np.bincount(key);
    return np.divide(sums, n);
  }
}
const t = new Table(rowsIn);
console.log(t.col('city').dtype, t.col('temp').nbytes, t.col('day').shape);
const warm = t.where(t.col('temp').greater(14));
console.log(warm.temp.shape, warm.city.dtype, warm.day.nbytes);
const means = t.groupMean('city', 'temp');
console.log(means.dtype, means.shape, np.round(means, 3).tolist());
const order = np.lexsort([t.col('temp'), t.col('day')]);
const sorted = t.col('day').take(order.tolist() as number[]);
console.log(order.dtype, sorted.dtype, sorted.get([0]));
const pivot = np.zeros([3, 12]);
const month = t.col('day').floor_divide(31);
for (let c = 0; c < 3; c++) {
  for (let m = 0; m < 12; m++) {
    const sel = t.col('city').equal(c).logical_and(month.equal(m));
    const n = Number(sel.sum());
    if (n > 0) pivot.set([c, m], Number(t.col('temp').multiply(sel).sum()) / n);
  }
}
console.log(pivot.shape, month.dtype, Number(pivot.max()).toFixed(2));
const ma = np.array([[1, 2], [3, 4], [5, 6]], 'int32');
const [c0, c1] = [ma.col(0), ma.col(1)];
console.log(c0.strides, c1.tolist(), ma.rows(0, 2).shape, ma.cols(1, 2).shape, ma.row(2).tolist());
const sel = np.select([c0.less(2), c0.greater(4)], [c0.multiply(10), c1], 0);
const ch = np.choose(np.array([0, 1, 0]), [c0, c1]);
console.log(sel.dtype, sel.tolist(), ch.dtype, ch.tolist());
const ix = np.ix_(np.array([0, 2]), np.array([1]));
console.log(ix.length, ix[0].shape);
const best = np.take_along_axis(ma, np.expand_dims(np.argmax(ma, 1) as np.NDArray, 1), 1);
console.log(best.shape, best.tolist());

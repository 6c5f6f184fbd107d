import * as np from 'numpy-ts';

// masked data with NaN and boolean masks
const n = 120_000;
const t = np.arange(n).multiply(0.001);
let temp = np.sin(t).multiply(10).add(15);
const bad = np.arange(n).mod(17).equal(0);
temp = np.where(bad, NaN as any, temp) as np.NDArray;
console.log(temp.dtype, np.isnan(temp).sum(), np.nanmean(temp).toFixed(4));
console.log(np.nanmin(temp), np.nanmax(temp), (np.nanstd(temp) as number).toFixed(4));
const good = np.logical_not(np.isnan(temp));
const clean = np.compress(good, temp);
console.log(clean.shape, clean.nbytes);
const filled = np.nan_to_num(temp, -999);
console.log(np.min(filled), filled.dtype);
const interpolated = np.interp(t, t.bindex(good), clean);
console.log(interpolated.shape, interpolated.dtype, Number(interpolated.max()).toFixed(3));

class MaskedArray {
  data: np.NDArray;
  mask: np.NDArray;
  constructor(data: np.NDArray, mask: np.NDArray = np.zeros(data.shape as number[], 'bool')) {
    this.data = data;
    this.mask = mask;
  }
  count(): number { return this.data.size - Number(this.mask.sum()); }
  mean(): number { return Number(np.sum(np.where(this.mask, np.zeros_like(this.data), this.data))) / this.count(); }
  filled(value: number): np.NDArray { return np.where(this.mask, np.full_like(this.data, value), this.data); }
  and(other: MaskedArray): MaskedArray { return new MaskedArray(this.data, this.mask.logical_or(other.mask)); }
}
const m = new MaskedArray(np.arange(10).astype('float32'), np.arange(10).greater(6));
const k = new MaskedArray(np.arange(10).astype('float32'), np.arange(10).less(2));
console.log(m.count(), m.mean(), m.filled(-1).toString(), m.filled(-1).dtype, m.and(k).count());
const un = new MaskedArray(np.ones([3, 3], 'int16'));
console.log(un.count(), un.mask.dtype, un.filled(4).dtype);
const idx = np.flatnonzero(bad);
console.log(idx.dtype, idx.shape, idx.slice('-1').tolist());
const [r, c] = np.nonzero(np.eye(4));
console.log(r.dtype, r.shape, c.tolist());

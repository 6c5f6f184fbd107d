import * as np from 'numpy-ts';
// broadcasting docs
const x = np.arange(4);
const xx = x.reshape(4, 1);
const y = np.ones([5]);
const z = np.ones([3, 4]);
const a = xx.add(y);
const b = x.add(z);
const c = np.array([0, 10, 20, 30]).reshape(-1, 1).add(np.array([1, 2, 3]));
const obs = np.array([111.0, 188.0]);
const codes = np.array([[102.0, 203.0], [132.0, 193.0], [45.0, 155.0], [57.0, 173.0]]);
const diff = codes.subtract(obs);
const dist = np.sqrt(np.sum(np.power(diff, 2), -1) as np.NDArray);
const nearest = np.argmin(dist);
const outer = np.outer(np.arange(3), np.arange(4));
const table = np.multiply(np.arange(1, 11).reshape(10, 1), np.arange(1, 11));
const bs = np.broadcast_shapes([6, 7], [5, 6, 1], [7]);
const bt = np.broadcast_to(np.array([1, 2, 3], 'int8'), [1000, 3]);
const sumBt = bt.add(bt);
const copyBt = bt.copy();
const col = bt.slice(':', '0');
const scal = np.array(3).add(np.ones([2, 2]));
const s2 = z.multiply(np.full([1], 2));
const s3 = z.add(np.zeros([1, 1], 'int32'));
const gt = x.reshape(4, 1).greater(x);
const mx = np.maximum(xx, x.astype('float32'));
const hyp = np.hypot(xx, np.arange(3));
const [q, r] = np.divmod(np.arange(10, undefined, 1, 'int32'), 3);
const at = np.arctan2(np.ones([3, 1], 'float32'), np.ones([4], 'float32'));
function standardize(m: np.NDArray, axis: number) {
  const mean = m.mean(axis, true) as np.NDArray;
  const std = m.std(axis, 0, true) as np.NDArray;
  return m.subtract(mean).divide(std.add(1e-8));
}
const st0 = standardize(codes, 0);
const st1 = standardize(codes, 1);
const st3 = standardize(np.ones([2, 3, 4], 'float32'), 1);
console.log(a.shape, b.shape, c.shape, nearest, outer.shape, table.shape, bs, sumBt.nbytes, copyBt.nbytes, col.strides, scal.shape, s2.shape, s3.dtype, gt.dtype, mx.dtype, hyp.shape, q.dtype, r.dtype, at.dtype, st0.shape, st1.shape, st3.dtype);

import * as np from 'numpy-ts';

// broadcasting rules
const x = np.arange(4);
const xx = x.reshape(4, 1);
const y = np.ones([5]);
const z = np.ones([3, 4]);
console.log(xx.add(y).shape, x.add(z).shape, x.add(z).dtype);
const a = np.array([0, 10, 20, 30]);
const b = np.array([1, 2, 3]);
const table = np.expand_dims(a, 1).add(b);
console.log(table.toString(), table.shape);
try {
  console.log(x.add(y).shape);
} catch (error) {
  console.log('cannot broadcast', (error as Error).name);
}
const observation = np.array([111, 188]);
const codes = np.array([[102, 203], [132, 193], [45, 155], [57, 173]]);
const diff = codes.subtract(observation);
const dist = np.sqrt(np.sum(diff.power(2), -1) as np.NDArray);
console.log(np.argmin(dist), dist.shape, dist.dtype);

const grid = 600;
const [gx, gy] = np.meshgrid(np.linspace(-2, 1, grid), np.linspace(-1, 1, grid - 200));
console.log(gx.shape, gy.shape, gx.nbytes);
const r2 = gx.square().add(gy.square());
console.log(r2.less(1).sum());
const [sx, sy] = np.meshgrid(np.arange(500), np.arange(400), { sparse: true });
console.log(sx.shape, sy.shape, sx.add(sy).shape);
const [ij, jj] = np.meshgrid(np.arange(3), np.arange(2), { indexing: 'ij' });
console.log(ij.shape, jj.tolist());
const bt = np.broadcast_to(np.arange(1000), [500, 1000]);
console.log(bt.shape, bt.nbytes, bt.strides, bt.flags.OWNDATA);
const bc = bt.copy();
console.log(bc.nbytes, bc.sum());
const [p, q] = np.broadcast_arrays(np.ones([3, 1]), np.ones([1, 4], 'int8'));
console.log(p.shape, q.dtype, np.broadcast_shapes([3, 1], [1, 4]));
const img = np.ones([256, 256, 3], 'uint8');
const scale = np.array([2, 3, 4], 'uint8');
console.log(img.multiply(scale).dtype, img.multiply(scale).sum());
const mi = img.multiply(np.array([0.5, 1, 2]));
console.log(mi.dtype, mi.nbytes);
const standard = gx.subtract(gx.mean(1, true) as np.NDArray);
console.log(standard.shape, Math.abs(Number(standard.sum())) < 1e-6);

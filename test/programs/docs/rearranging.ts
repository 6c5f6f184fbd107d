import * as np from 'numpy-ts';

const m = np.arange(12).reshape(3, 4);
const flipped = np.flip(m);
const ud = np.flipud(m);
const lr = np.fliplr(m);
const rotated = np.rot90(m);
const rolled = np.roll(m, 1);
const rolledAxis = np.roll(m, 2, 1);
const tiled = np.tile(np.array([1, 2]), 3);
const tiled2 = np.tile(np.array([[1, 2]]), [2, 2]);
const repeated = np.repeat(np.array([1, 2, 3]), 2);
const repeatedAxis = np.repeat(m, 2, 0);
const resized = np.resize(m, [2, 2]);
const deleted = np.delete(m, 1, 0);
const inserted = np.insert(np.arange(4), 2, 99);

for (const x of [flipped, ud, lr, rotated, rolled, rolledAxis, tiled, tiled2, repeated, repeatedAxis, resized, deleted, inserted]) {
  console.log(x.shape.join('x'), x.dtype);
}

import * as np from 'numpy-ts';
// game of life (Rougier's tutorial)
function neighbours(z: np.NDArray): np.NDArray {
  return z.slice(':-2', ':-2').add(z.slice(':-2', '1:-1')).add(z.slice(':-2', '2:'))
    .add(z.slice('1:-1', ':-2')).add(z.slice('1:-1', '2:'))
    .add(z.slice('2:', ':-2')).add(z.slice('2:', '1:-1')).add(z.slice('2:', '2:'));
}
function step(z: np.NDArray): np.NDArray {
  const n = neighbours(z);
  const inner = z.slice('1:-1', '1:-1');
  const birth = np.logical_and(n.equal(3), inner.equal(0));
  const survive = np.logical_and(np.logical_or(n.equal(2), n.equal(3)), inner.equal(1));
  const next = np.zeros(z.shape as number[]);
  np.copyto(next.slice('1:-1', '1:-1'), np.logical_or(birth, survive));
  return next;
}
np.random.seed(3);
let Z = np.zeros([130, 130]);
const init = np.random.randint(0, 2, [128, 128]) as np.NDArray;
np.copyto(Z.slice("1:-1", "1:-1"), init.astype("float64"));
for (let i = 0; i < 8; i++) {
  Z = step(Z);
}
console.log(Z.shape, Z.dtype, Number(Z.sum()));
const alive = np.argwhere(Z);
console.log(alive.shape);

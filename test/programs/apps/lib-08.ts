// @ts-nocheck -- written by reviewers to find wrong facts
// Heat equation in place and game of life
import * as np from 'numpy-ts';
const N = 200;
function heat(steps: number): np.NDArray {
  const u = np.zeros([N, N], 'float64');
  u.slice('0').fill(100);
  for (let s = 0; s < steps; s++) {
    const lap = u.slice(':-2', '1:-1').add(u.slice('2:', '1:-1')).add(u.slice('1:-1', ':-2')).add(u.slice('1:-1', '2:'))
      .subtract(u.slice('1:-1', '1:-1').multiply(4));
    const inner = u.slice('1:-1', '1:-1');
    np.copyto(inner, inner.add(lap.multiply(0.2)));
  }
  return u;
}
const u = heat(20);
console.log(u.shape, Number(u.sum()).toFixed(4), Number(u.get([1, 50])).toFixed(6));
const grid = np.zeros([256, 256], 'uint8');
for (const [r, c] of [[1, 2], [2, 3], [3, 1], [3, 2], [3, 3]]) grid.set([r, c], 1);
function life(g: np.NDArray): np.NDArray {
  let nb = np.zeros_like(g);
  for (const dr of [-1, 0, 1]) for (const dc of [-1, 0, 1]) {
    if (dr === 0 && dc === 0) continue;
    nb = nb.add(np.roll(g, [dr, dc], [0, 1]));
  }
  const born = np.equal(nb, 3);
  const stay = np.logical_and(np.equal(nb, 2), g);
  return np.logical_or(born, stay).astype('uint8');
}
let cur = grid;
for (let i = 0; i < 8; i++) cur = life(cur);
console.log(cur.dtype, Number(cur.sum()), np.argwhere(cur).tolist());
const wave = np.zeros([3, 20000]);
wave.slice('0', '9000:11000').fill(1);
wave.slice('1', '9000:11000').fill(1);
for (let k = 0; k < 10; k++) {
  const p = wave.slice('0'), q = wave.slice('1'), r = wave.slice('2');
  np.copyto(r.slice('1:-1'), q.slice('1:-1').multiply(2).subtract(p.slice('1:-1')).add(q.slice('2:').subtract(q.slice('1:-1').multiply(2)).add(q.slice(':-2')).multiply(0.25)));
  np.copyto(p, q);
  np.copyto(q, r);
}
console.log(Number(wave.slice('1').max()).toFixed(6), Number(wave.sum(1 as never) && 1));

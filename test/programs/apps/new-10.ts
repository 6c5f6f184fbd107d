// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// simulation: heat, life, n-body
function life(grid: np.NDArray, n: number): np.NDArray {
  for (let k = 0; k < n; k++) {
    let sum = np.zeros(grid.shape, 'uint8');
    for (const [dy, dx] of [[-1, -1], [-1, 0], [-1, 1], [0, -1], [0, 1], [1, -1], [1, 0], [1, 1]] as const) sum = sum.add(np.roll(np.roll(grid, dy, 0), dx, 1));
    const born = np.logical_and(sum.equal(3), grid.equal(0));
    const stay = np.logical_and(np.logical_or(sum.equal(2), sum.equal(3)), grid.equal(1));
    grid = np.logical_or(born, stay).astype('uint8');
  }
  return grid;
}
const seed = np.zeros([512, 640], 'uint8');
seed.slice('100:103', '200').fill(1);
for (let i = 0; i < 5; i++) seed.set([20 + i, 30], 1);
const end = life(seed, 5);
console.log(end.dtype, end.shape, Number(np.sum(end)));
function heat(u: np.NDArray, steps: number, alpha = 0.1) {
  const inner = u.slice('1:-1', '1:-1');
  for (let s = 0; s < steps; s++) {
    const lap = u.slice(':-2', '1:-1').add(u.slice('2:', '1:-1')).add(u.slice('1:-1', ':-2')).add(u.slice('1:-1', '2:')).subtract(inner.multiply(4));
    const next = inner.add(lap.multiply(alpha));
    np.copyto(inner, next);
  }
  return u;
}
const u = np.zeros([300, 400]);
u.slice('150:160').fill(100);
const v = heat(u, 10);
console.log(v === u, Number(np.max(v)).toFixed(4), v.nbytes);
const N = 200;
let pos = np.stack([np.cos(np.arange(N)), np.sin(np.arange(N)), np.zeros([N])], 1);
let vel = np.zeros_like(pos);
for (let t = 0; t < 3; t++) {
  const d = np.subtract(np.expand_dims(pos, 0), np.expand_dims(pos, 1));
  const r2 = (np.sum(d.multiply(d), 2) as np.NDArray).add(0.01);
  const inv = np.power(r2, -1.5);
  const acc = np.sum(d.multiply(inv.reshape(N, N, 1)), 1) as np.NDArray;
  vel = vel.add(acc.multiply(0.01));
  pos = pos.add(vel.multiply(0.01));
}
console.log(pos.shape, Number(np.sum(pos)).toFixed(4));

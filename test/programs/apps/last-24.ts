import * as np from 'numpy-ts';
// N-body and predator-prey simulation
function accel(pos: np.NDArray, mass: np.NDArray): np.NDArray {
  const n = pos.shape[0]!;
  const d = pos.reshape(1, n, 3).subtract(pos.reshape(n, 1, 3));
  const r2 = (d.multiply(d).sum(2) as np.NDArray).add(0.01);
  const inv = np.power(r2, -1.5);
  const wgt = inv.multiply(mass);
  return d.multiply(wgt.reshape(n, n, 1)).sum(1) as np.NDArray;
}
const rng = np.random.default_rng(9);
const n = 80;
const mass = np.full([n], 1 / n);
let pos = rng.standard_normal([n, 3]) as np.NDArray;
let vel = np.zeros([n, 3]);
const start = pos.copy();
let acc = accel(pos, mass);
for (let i = 0; i < 10; i++) {
  vel = vel.add(acc.multiply(0.005));
  pos = pos.add(vel.multiply(0.01));
  acc = accel(pos, mass);
  vel = vel.add(acc.multiply(0.005));
}
const moved = np.linalg.norm(pos.subtract(start));
console.log(pos.shape, Number(moved).toFixed(8));
const T = 2000;
const traj = np.zeros([T, 2]);
traj.set([0, 0], 10);
traj.set([0, 1], 5);
for (let t = 1; t < T; t++) {
  const x = Number(traj.get([t - 1, 0])), y = Number(traj.get([t - 1, 1]));
  traj.set([t, 0], x + 0.01 * (1.1 * x - 0.4 * x * y));
  traj.set([t, 1], y + 0.01 * (0.1 * x * y - 0.4 * y));
}
const prey = traj.slice(':', '0'), pred = traj.slice(':', '1');
const visited = np.zeros([50, 50]);
for (let t = 0; t < T; t += 10) visited.set([Math.min(49, Math.floor(Number(prey.get([t])))), Math.min(49, Math.floor(Number(pred.get([t]))))], 1);
console.log(Number(prey.max()).toFixed(6), Number(pred.mean()).toFixed(6), Number(visited.sum()));

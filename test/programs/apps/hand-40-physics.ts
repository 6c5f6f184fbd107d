import * as np from 'numpy-ts';

// n-body, rotation matrices, numerical integration, root finding
const G = 1;
interface System { pos: np.NDArray; vel: np.NDArray; mass: np.NDArray }
function accel({ pos, mass }: System, soft = 0.1): np.NDArray {
  const n = pos.shape[0];
  const d = pos.reshape(1, n, 3).subtract(pos.reshape(n, 1, 3));
  const r2 = (np.sum(d.multiply(d), 2) as np.NDArray).add(soft ** 2);
  const inv3 = r2.power(-1.5);
  const w = inv3.multiply(mass.reshape(1, n)).multiply(G);
  return np.sum(d.multiply(np.expand_dims(w, 2)), 1) as np.NDArray;
}
function leapfrog(s: System, dt: number, steps: number): System {
  let { pos, vel } = s;
  let a = accel({ ...s, pos });
  for (let i = 0; i < steps; i++) {
    vel = vel.add(a.multiply(dt / 2));
    pos = pos.add(vel.multiply(dt));
    a = accel({ ...s, pos, vel });
    vel = vel.add(a.multiply(dt / 2));
  }
  return { ...s, pos, vel };
}
np.random.seed(9);
const start: System = { pos: np.random.standard_normal([100, 3]) as np.NDArray, vel: np.zeros([100, 3]), mass: np.full([100], 0.01) };
const end = leapfrog(start, 0.01, 5);
console.log(end.pos.shape, end.vel.dtype, end.mass.dtype);
const energy = (s: System) => 0.5 * Number(np.sum(s.mass.multiply(np.sum(s.vel.square(), 1) as np.NDArray)));
console.log(energy(end) > 0);

const rot = (deg: number) => {
  const r = (deg * Math.PI) / 180;
  return np.array([[Math.cos(r), -Math.sin(r)], [Math.sin(r), Math.cos(r)]]);
};
const pts = np.array([[1, 0], [0, 1]], 'float32');
const turned = pts.matmul(rot(90).T);
console.log(turned.dtype, np.round(turned, 6).tolist());
function simpson(f: (x: np.NDArray) => np.NDArray, a: number, b: number, n = 1000): number {
  const x = np.linspace(a, b, n + 1);
  const y = f(x);
  const odd = Number(y.slice('1:-1:2').sum());
  const even = Number(y.slice('2:-1:2').sum());
  return ((b - a) / n / 3) * (Number(y.get([0])) + 4 * odd + 2 * even + Number(y.get([n])));
}
console.log(simpson((x) => np.sin(x), 0, Math.PI).toFixed(6), simpson((x) => x.square(), 0, 3).toFixed(6));
const x = np.linspace(0, 10, 500);
const v = np.gradient(np.sin(x), x.get([1]) as number) as np.NDArray;
console.log(v.shape, v.dtype);
const [vx, vy] = np.unstack(np.stack([x, v]));
console.log(vx.shape, vy.dtype);
const deg = np.degrees(np.arctan2(np.array([1, -1], 'float32'), np.array([1, 1], 'float32')));
console.log(deg.dtype, deg.tolist(), np.deg2rad(np.array([180])).dtype);

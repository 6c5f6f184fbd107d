// batch Kalman filter for many tracked objects
import * as np from 'numpy-ts';

interface State {
  x: np.NDArray; // [n, 4]
  P: np.NDArray; // [n, 4, 4]
}

const N = 2000;
const STEPS = 20;
const dt = 0.1;

const F = np.eye(4);
F.set([0, 2], dt);
F.set([1, 3], dt);
const H = np.zeros([2, 4]);
H.set([0, 0], 1);
H.set([1, 1], 1);
const Q = np.eye(4).multiply(0.01);
const R = np.eye(2).multiply(0.25);

function init(n: number): State {
  const x = np.zeros([n, 4]);
  const P = np.tile(np.eye(4).multiply(10), [n, 1, 1]);
  return { x, P };
}

function predict({ x, P }: State): State {
  const xp = np.matmul(x, F.T);
  const fp = np.matmul(F, P);
  const Pp = np.matmul(fp, F.T).add(Q);
  return { x: xp, P: Pp };
}

function update(s: State, z: np.NDArray): State {
  const innovation = z.subtract(np.matmul(s.x, H.T));
  const PHt = np.matmul(s.P, H.T);
  const S = np.matmul(H, PHt).add(R);
  // inverse of 2x2 by hand
  const a = S.slice(':', '0', '0');
  const b = S.slice(':', '0', '1');
  const c = S.slice(':', '1', '0');
  const d = S.slice(':', '1', '1');
  const det = a.multiply(d).subtract(b.multiply(c));
  const inv = np.empty([N, 2, 2]);
  np.copyto(inv.slice(':', '0', '0'), d.divide(det));
  np.copyto(inv.slice(':', '0', '1'), b.negative().divide(det));
  np.copyto(inv.slice(':', '1', '0'), c.negative().divide(det));
  np.copyto(inv.slice(':', '1', '1'), a.divide(det));
  const K = np.matmul(PHt, inv);
  const dx = np.matmul(K, innovation.reshape(N, 2, 1)).reshape(N, 4);
  const x = s.x.add(dx);
  const IKH = np.eye(4).subtract(np.matmul(K, H));
  return { x, P: np.matmul(IKH, s.P) };
}

const track: np.NDArray[] = [];
let state = init(N);
const rng = np.random.default_rng(3);
const base = (rng.uniform(-10, 10, [N, 2]) as np.NDArray);
for (let t = 0; t < STEPS; t++) {
  const noise = rng.normal(0, 0.5, [N, 2]) as np.NDArray;
  const z = base.add(t * dt).add(noise);
  state = update(predict(state), z);
  track.push(state.x.copy());
}
const history = np.stack(track);
const speed = np.hypot(history.slice(':', ':', '2'), history.slice(':', ':', '3'));
const smoothed = np.mean(history, 0) as np.NDArray;
const traces = np.einsum('nii->n', state.P) as np.NDArray;
const errors = smoothed.slice(':', ':2').subtract(base);
console.log(history.shape, history.nbytes, speed.shape, traces.shape);
console.log('checksum', Number(speed.mean()).toFixed(6), Number(np.sum(traces)).toFixed(6), Number(np.sqrt(errors.square()).mean()).toFixed(6));

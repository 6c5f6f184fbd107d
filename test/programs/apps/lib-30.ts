// @ts-nocheck -- written by reviewers to find wrong facts
// sensor fusion: Kalman filter over time with small matrices, results collected
import * as np from 'numpy-ts';
np.random.seed(77);
const steps = 400, dt = 0.1;
const Fm = np.array([[1, dt, 0, 0], [0, 1, 0, 0], [0, 0, 1, dt], [0, 0, 0, 1]]), Hm = np.array([[1, 0, 0, 0], [0, 0, 1, 0]]);
const Qm = np.eye(4).multiply(0.01), Rm = np.eye(2).multiply(0.5);
let x = np.zeros([4, 1]), P = np.eye(4);
const track = np.zeros([steps, 4]), meas = np.random.normal(0, 0.7, [steps, 2]) as np.NDArray;
for (let t = 0; t < steps; t++) {
  x = Fm.matmul(x); P = Fm.matmul(P).matmul(Fm.T).add(Qm);
  const z = meas.slice(String(t)).reshape(2, 1).add(np.array([[t * dt], [t * dt * 0.5]]));
  const S = Hm.matmul(P).matmul(Hm.T).add(Rm);
  const K = P.matmul(Hm.T).matmul(np.linalg.inv(S) as never);
  x = x.add(K.matmul(z.subtract(Hm.matmul(x))));
  P = np.eye(4).subtract(K.matmul(Hm)).matmul(P);
  np.copyto(track.slice(String(t)), x.ravel());
}
console.log(track.shape, x.shape, P.shape, Number(track.get([steps - 1, 0])).toFixed(6));
const err = track.slice(':', '0').subtract(np.arange(steps).multiply(dt));
console.log(err.shape, Number(np.sqrt(np.array([Number(np.mean(err.square()))])).item(0)).toFixed(6));
const vel = track.slice(':', '1::2');
console.log(vel.shape, vel.strides, vel.mean(0)?.toString());
const smooth = np.convolve(track.slice(':', '0').copy(), np.hstack([np.ones([5]), np.ones([4])]).divide(9), 'same');
console.log(smooth.shape);
const ac = np.correlate(err, err, 'full').slice(`${steps - 1}:`);
console.log(ac.shape, Number(ac.item(0)).toFixed(6));
const lag = np.vstack(Array.from({ length: 10 }, (_, k) => err.slice(`${k}:${steps - 10 + k}`)));
console.log(lag.shape, lag.dtype, np.linalg.matrix_rank(lag));
const C = np.corrcoef(lag);
console.log(C.shape, Number(np.linalg.det(C)) > 0, (np.linalg.eigvalsh(C) as any).shape);

// @ts-nocheck -- written by reviewers to find wrong facts
import { array, zeros, ones, type NDArray, linalg, random, fft, einsum, where, stack, sum, mean } from 'numpy-ts';
// named imports, spring network
random.seed(20);
const n = 120;
const pos = random.uniform(0, 1, [n, 3]) as NDArray;
function distances(p: NDArray): NDArray {
  const d = p.reshape(n, 1, 3).subtract(p.reshape(1, n, 3));
  return (d.square().sum(-1) as NDArray).sqrt();
}
const D = distances(pos);
const K = D.less(0.3).astype("float64");
const L = mean(stack([K, K]), 0) as NDArray;
console.log(D.shape, K.dtype, L.shape);
const rest = D.multiply(0.9);
let vel = zeros([n, 3]), x = pos.copy();
for (let t = 0; t < 10; t++) {
  const diff = x.reshape(n, 1, 3).subtract(x.reshape(1, n, 3));
  const len = (diff.square().sum(2) as NDArray).sqrt().add(1e-12);
  const mag = K.multiply(len.subtract(rest)).divide(len);
  const force = mag.reshape(n, n, 1).multiply(diff).sum(1) as NDArray;
  vel = vel.multiply(0.98).subtract(force.multiply(0.01));
  x = x.add(vel);
}
console.log(x.shape, vel.dtype, Number(sum(x.subtract(pos).absolute())).toFixed(8));
const c = x.subtract(x.mean(0) as NDArray);
const { s } = linalg.svd(c.T.matmul(c)) as any;
console.log(s.shape, fft.fft(c.slice(':', '0')).dtype, array([[1, 2], [3, 4]]).matmul(array([1, 2])).shape);
const near = D.add(array([1e9]).reshape(1, 1).multiply(K.multiply(0))).argmin(1) as NDArray;
console.log(near.shape, near.dtype);
const energy = K.multiply(distances(x).subtract(rest).square()).sum();
console.log(Number(energy).toFixed(8));

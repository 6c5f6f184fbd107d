// @ts-nocheck -- written by reviewers to find wrong facts
// Particle simulation: in place methods, boundary wraps, histogram of speeds
import * as np from 'numpy-ts';
np.random.seed(5);
const N = 20000;
class Particles {
  pos: np.NDArray; vel: np.NDArray; age: np.NDArray;
  constructor(n: number) {
    this.pos = (np.random.rand(n, 2) as np.NDArray).multiply(100);
    this.vel = (np.random.randn(n, 2) as np.NDArray).multiply(0.5);
    this.age = np.zeros([n]);
  }
  step(dt: number): void {
    np.copyto(this.pos, this.pos.add(this.vel.multiply(dt)).mod(100));
    np.copyto(this.age, this.age.add(1));
    const hit = this.pos.slice(':', '0').less(1);
    np.putmask(this.age, hit, [0]);
  }
  speeds(): np.NDArray { return np.sqrt(this.vel.square().sum(1) as np.NDArray); }
}
const p = new Particles(N);
for (let i = 0; i < 12; i++) p.step(0.5);
const sp = p.speeds();
const [h] = np.histogram(sp, 20, [0, 2]);
console.log(h.tolist(), Number(p.age.max()), Number(p.age.min()));
const cell = np.floor(p.pos.divide(10)).astype('int32');
const key = cell.slice(':', '0').multiply(10).add(cell.slice(':', '1'));
const counts = np.bincount(key, undefined, 100).reshape(10, 10);
console.log(counts.shape, Number(counts.sum()));
const [H2, xe, ye] = np.histogram2d(p.pos.slice(':', '0'), p.pos.slice(':', '1'), [8, 12]);
console.log(H2.shape, xe.shape, ye.shape, H2.dtype);
const order = np.lexsort([p.pos.slice(':', '1'), p.pos.slice(':', '0')]);
console.log(order.dtype, order.shape);
const energy = np.einsum('ij,ij->i', p.vel, p.vel) as np.NDArray;
console.log(energy.shape, Number(np.sum(energy)).toFixed(6));
const com = p.pos.mean(0) as np.NDArray;
const rel = p.pos.subtract(com);
const I = np.matmul(rel.T, rel);
console.log(I.shape, com.shape, Number(np.trace(I)).toFixed(3));

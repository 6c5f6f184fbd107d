// N-body with softened gravity; typed-array state; energy; trajectory ring buffer.
import * as np from 'numpy-ts';

const N = 300;
const STEPS = 6;
const G = 1;
const EPS = 0.05;

class RingBuffer {
  private readonly slots: np.NDArray;
  private head = 0;
  private filled = 0;
  readonly capacity: number;

  constructor(capacity: number, shape: number[]) {
    this.capacity = capacity;
    this.slots = np.zeros([capacity, ...shape]);
  }

  push(frame: np.NDArray): void {
    np.copyto(this.slots.slice(String(this.head)), frame);
    this.head = (this.head + 1) % this.capacity;
    this.filled = Math.min(this.filled + 1, this.capacity);
  }

  latest(): np.NDArray {
    if (this.filled === 0) throw new RangeError('empty');
    return this.slots.slice(String((this.head - 1 + this.capacity) % this.capacity));
  }

  all(): np.NDArray {
    return this.slots.slice(`:${this.filled}`);
  }
}

function initial(n: number): { pos: np.NDArray; vel: np.NDArray; mass: np.NDArray } {
  const p = new Float64Array(n * 3);
  let s = 31;
  for (let i = 0; i < p.length; i++) {
    s = (s * 16807) % 2147483647;
    p[i] = (s / 2147483647) * 2 - 1;
  }
  return { pos: np.array(p).reshape(n, 3), vel: np.zeros([n, 3]), mass: np.ones([n]) };
}

function accelerations(pos: np.NDArray, mass: np.NDArray): np.NDArray {
  const x = pos.slice(':', '0').reshape(N, 1);
  const y = pos.slice(':', '1').reshape(N, 1);
  const z = pos.slice(':', '2').reshape(N, 1);
  const dx = x.T.subtract(x);
  const dy = y.T.subtract(y);
  const dz = z.T.subtract(z);
  const r2 = dx.multiply(dx).add(dy.multiply(dy)).add(dz.multiply(dz)).add(EPS * EPS);
  const inv = np.power(r2, -1.5);
  const ax = (np.dot(dx.multiply(inv), mass) as np.NDArray).multiply(G);
  const ay = (np.dot(dy.multiply(inv), mass) as np.NDArray).multiply(G);
  const az = (np.dot(dz.multiply(inv), mass) as np.NDArray).multiply(G);
  return np.stack([ax, ay, az], 1);
}

function energy(pos: np.NDArray, vel: np.NDArray, mass: np.NDArray): number {
  const kinetic = 0.5 * Number(np.sum((np.sum(vel.multiply(vel), 1) as np.NDArray).multiply(mass)));
  const diff = pos.reshape(N, 1, 3).subtract(pos.reshape(1, N, 3));
  const dist = np.sqrt((np.sum(diff.multiply(diff), 2) as np.NDArray).add(EPS * EPS));
  const potential = (-0.5 * G * (Number(np.sum(np.reciprocal(dist))) - N / EPS));
  return kinetic + potential;
}

let { pos, vel, mass } = initial(N);
const ring = new RingBuffer(64, [N, 3]);
const e0 = energy(pos, vel, mass);
let acc = accelerations(pos, mass);
const dt = 0.002;
for (let step = 0; step < STEPS; step++) {
  vel = vel.add(acc.multiply(dt / 2));
  pos = pos.add(vel.multiply(dt));
  acc = accelerations(pos, mass);
  vel = vel.add(acc.multiply(dt / 2));
  ring.push(pos);
}
const e1 = energy(pos, vel, mass);
console.log('energy', e0.toFixed(5), (e1 - e0).toFixed(7));
console.log('ring', ring.all().shape, Number(np.sum(ring.latest())).toFixed(6));
const adjacency = np.zeros([N, N]);
for (let i = 0; i < N; i++) for (let j = 0; j < N; j++) if (i !== j && (i * 7 + j * 13) % 11 === 0) adjacency.set([i, j], 1);
const degree = np.sum(adjacency, 1) as np.NDArray;
console.log('degree', Number(np.sum(degree)), Number(np.max(degree)));
const two = adjacency.matmul(adjacency);
console.log('paths', Number(np.sum(two)), Number(np.trace(two)));
const hist = ring.all().copy();
const com = np.mean(hist, 1) as np.NDArray;
console.log('com', com.shape, Number(np.sum(com)).toFixed(8));

import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

np.random.seed(42);
abstract class Force {
  abstract apply(pos: NDArray, vel: NDArray, acc: NDArray): NDArray;
}
class Gravity extends Force {
  readonly g: NDArray;
  constructor(g = 9.81) { super(); this.g = np.array([0, 0, -g]); }
  apply(_p: NDArray, _v: NDArray, acc: NDArray): NDArray { return np.add(acc, this.g) as NDArray; }
}
class Drag extends Force {
  k = 0.1;
  apply(_p: NDArray, v: NDArray, acc: NDArray): NDArray {
    const speed = np.sqrt(np.sum(np.square(v), 1, true) as NDArray);
    return np.subtract(acc, v.multiply(speed).multiply(this.k)) as NDArray;
  }
}
class Spring extends Force {
  anchor: NDArray;
  constructor(anchor: NDArray) { super(); this.anchor = anchor; }
  apply(p: NDArray, _v: NDArray, acc: NDArray): NDArray { return acc.subtract(p.subtract(this.anchor).multiply(2)) as NDArray; }
}

class World {
  pos: NDArray;
  vel: NDArray;
  alive: NDArray;
  #listeners = new Set<(w: World, step: number) => void>();
  forces: Force[] = [];
  constructor(public_n: number) {
    this.pos = np.random.uniform(-1, 1, [public_n, 3]) as NDArray;
    this.vel = np.zeros([public_n, 3]);
    this.alive = np.ones([public_n], 'bool');
  }
  on(fn: (w: World, step: number) => void): () => void {
    this.#listeners.add(fn);
    return () => this.#listeners.delete(fn);
  }
  step(dt: number, i: number): void {
    let acc: NDArray = np.zeros_like(this.pos);
    for (const f of this.forces) acc = f.apply(this.pos, this.vel, acc);
    this.vel = this.vel.add(acc.multiply(dt)) as NDArray;
    np.copyto(this.pos, this.pos.add(this.vel.multiply(dt)) as NDArray);
    const below = np.less(this.pos.slice(':', '2'), -1) as NDArray;
    if (np.any(below)) {
      const z = this.pos.slice(':', '2') as NDArray;
      np.putmask(z, below, -1);
      this.alive = np.logical_and(this.alive, np.logical_not(below)) as NDArray;
    }
    for (const l of this.#listeners) l(this, i);
  }
  energy(): number { return 0.5 * Number(np.sum(np.square(this.vel))); }
}

const N = 5000;
const world = new World(N);
const start = world.pos.copy() as NDArray;
const startAlias = world.pos;
world.forces.push(new Gravity(), new Drag(), new Spring(start));
const trail: NDArray[] = [];
const off = world.on((w, i) => { if (i % 2 === 0) trail.push(w.pos.copy() as NDArray); });
const views: NDArray[] = [];
world.on((w) => { views.push(w.pos); });
for (let i = 0; i < 10; i++) {
  world.step(0.02, i);
  if (i === 7) off();
}
console.log(N, world.pos.shape, world.pos.dtype, world.energy().toFixed(3));
console.log(trail.length, trail.map((t) => Number(t.mean()).toFixed(5)));
console.log(views.map((t) => Number(t.mean()).toFixed(5)).every((v, _i, a) => v === a[0]));
console.log(Number(np.abs(np.subtract(start, startAlias)).max()).toFixed(5));
console.log(Number(np.count_nonzero(world.alive)));
const cube = np.stack(trail);
const disp = np.diff(cube, 1, 0);
console.log(cube.shape, disp.shape, Number(np.abs(disp).mean()).toFixed(6));
const [xs, ys, zs] = [0, 1, 2].map((k) => world.pos.slice(':', String(k)) as NDArray);
const h = np.histogram2d(xs!, ys!, 10);
console.log(h[0].shape, Number(np.sum(h[0])), zs!.shape);
const cellId = np.floor(np.multiply(np.add(world.pos, 1), 4)).astype('int32');
const key = cellId.slice(':', '0').multiply(64).add(cellId.slice(':', '1').multiply(8)).add(cellId.slice(':', '2'));
console.log(key.dtype, np.unique(key as NDArray).size > 10);

import { EventEmitter } from 'node:events';
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Cellular automata with a terrain, a fog of war, replays and mixins
type Ctor<T = object> = new (...args: any[]) => T;
class Entity { readonly id: number; static count = 0; constructor() { this.id = ++Entity.count; } }
const Positioned = <B extends Ctor>(Base: B) => class extends Base {
  pos = np.zeros([2], 'int32') as NDArray;
  move(dy: number, dx: number): this { this.pos.set([0], Number(this.pos.get([0])) + dy); this.pos.set([1], Number(this.pos.get([1])) + dx); return this; }
};
const Visible = <B extends Ctor>(Base: B) => class extends Base {
  sprite: NDArray = np.ones([8, 8], 'uint8');
};
class Player extends Visible(Positioned(Entity)) {
  fog: NDArray;
  constructor(h: number, w: number) { super(); this.fog = np.zeros([h, w]); }
  look(radius: number): void {
    const [y, x] = (this.pos.tolist() as number[]) as [number, number];
    this.fog.slice(`${Math.max(0, y - radius)}:${y + radius}`, `${Math.max(0, x - radius)}:${x + radius}`).fill(1);
  }
}
class World extends EventEmitter {
  cells: NDArray;
  terrain: NDArray;
  generation = 0;
  readonly h: number;
  readonly w: number;
  constructor(h = 256, w = 300) {
    super();
    this.h = h;
    this.w = w;
    this.cells = np.zeros([h, w], 'int32');
    this.terrain = np.zeros([h, w]);
  }
  seed(n: number): this {
    for (let i = 0, s = 12345; i < n; i++) {
      s = (s * 1103515245 + 12345) % 2147483648;
      this.cells.set([s % this.h, (s >> 8) % this.w], 1);
    }
    return this;
  }
  neighbours(): NDArray {
    let sum = np.zeros([this.h, this.w], 'int32') as NDArray;
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        if (dy === 0 && dx === 0) continue;
        sum = sum.add(np.roll(np.roll(this.cells, dy, 0), dx, 1) as NDArray) as NDArray;
      }
    }
    return sum;
  }
  tick(): void {
    const old = this.cells.copy() as NDArray;
    const n = this.neighbours();
    const born = np.logical_and(np.equal(this.cells, 0), np.equal(n, 3)) as NDArray;
    const stay = np.logical_and(np.equal(this.cells, 1), np.logical_and(np.greater_equal(n, 2), np.less_equal(n, 3)) as NDArray) as NDArray;
    np.copyto(this.cells, np.logical_or(born, stay).astype('int32') as NDArray);
    this.generation++;
    this.emit('tick', { old, now: this.cells, generation: this.generation });
  }
}
const world = new World().seed(20_000);
const replay: NDArray[] = [];
const live: NDArray[] = [];
world.on('tick', ({ old, now, generation }: { old: NDArray; now: NDArray; generation: number }) => {
  if (generation % 2) replay.push(old);
  live.push(now);
});
const initial = world.cells.copy() as NDArray;
const handle = world.cells;
for (let i = 0; i < 4; i++) world.tick();
console.log(world.generation, Number(initial.sum()), Number(handle.sum()), replay.map((r) => Number(r.sum())), new Set(live).size);
console.log(world.cells.dtype, world.cells.nbytes, world.neighbours().dtype, Number(world.neighbours().max()));
const player = new Player(256, 300);
player.move(40, 50).look(10);
player.move(5, 5).look(10);
console.log(player.id, player.pos.tolist(), Number(player.fog.sum()), player.sprite.nbytes);
const seen = np.multiply(world.cells, player.fog) as NDArray;
console.log(seen.dtype, Number(seen.sum()));
class SavedGame extends Map<string, NDArray> {
  static of(w: World): SavedGame { const s = new SavedGame(); s.set('cells', w.cells).set('terrain', w.terrain); return s; }
  thaw(): Record<string, NDArray> { return Object.fromEntries([...this].map(([k, v]) => [k, v.copy() as NDArray])); }
}
const save = SavedGame.of(world);
const thawed = save.thaw();
save.get('cells')!.fill(0);
console.log(Number(thawed.cells!.sum()) > 0, Number(world.cells.sum()), Object.keys(thawed));
const terrain = world.terrain;
const backup = terrain.copy() as NDArray;
save.get('terrain')?.set([3, 3], 9);
console.log(Number(terrain.sum()), Number(backup.sum()));
const heights = np.floor(np.abs(np.sin(np.arange(256 * 300)).multiply(100))).reshape(256, 300) as NDArray;
const water = np.less(heights, 20) as NDArray;
const costs = np.where(water, np.full([256, 300], 1000), heights.add(1)) as NDArray;
const path: number[] = [];
let at = 0;
walk: while (true) {
  const row = costs.slice(String(at)) as NDArray;
  const best = Number(np.argmin(row));
  path.push(best);
  switch (true) {
    case at >= 9: break walk;
    case best % 2 === 0: at += 2; continue walk;
    default: at++;
  }
}
console.log(path, costs.dtype, Number(np.max(costs)), Number(water.sum()));

// Heat equation on a grid, with double buffering and snapshots; then game of life.
import * as np from 'numpy-ts';

const SIZE = 256;

class HeatGrid {
  current: np.NDArray;
  next: np.NDArray;
  history: np.NDArray[] = [];

  readonly n: number;
  readonly alpha: number;

  constructor(n: number, alpha: number) {
    this.n = n;
    this.alpha = alpha;
    this.current = np.zeros([n, n]);
    this.next = np.zeros([n, n]);
    this.current.slice(`${n / 4}:${n / 2}`, `${n / 4}:${n / 2}`).fill(100);
  }

  step(): void {
    const u = this.current;
    const centre = u.slice('1:-1', '1:-1');
    const lap = u
      .slice(':-2', '1:-1')
      .add(u.slice('2:', '1:-1'))
      .add(u.slice('1:-1', ':-2'))
      .add(u.slice('1:-1', '2:'))
      .subtract(centre.multiply(4));
    const updated = centre.add(lap.multiply(this.alpha));
    np.copyto(this.next.slice('1:-1', '1:-1'), updated);
    [this.current, this.next] = [this.next, this.current];
  }

  snapshot(): void {
    this.history.push(this.current.copy());
  }

  get total(): number {
    return Number(np.sum(this.current));
  }
}

const grid = new HeatGrid(SIZE, 0.2);
for (let s = 0; s < 12; s++) {
  grid.step();
  if (s % 4 === 0) grid.snapshot();
}
console.log('heat', grid.total.toFixed(4), grid.history.map((h) => Number(np.max(h)).toFixed(4)).join(' '));
const stacked = np.stack(grid.history);
console.log('stack', stacked.shape, Number(np.mean(stacked)).toFixed(6));

function life(n: number, generations: number): np.NDArray {
  let board = np.zeros([n, n]);
  let s = 99;
  for (let i = 0; i < n * n; i++) {
    s = (s * 16807) % 2147483647;
    if (s % 5 === 0) board.iset(i, 1);
  }
  for (let g = 0; g < generations; g++) {
    const neighbours = np.zeros([n, n]);
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        if (dx === 0 && dy === 0) continue;
        np.copyto(neighbours, neighbours.add(np.roll(np.roll(board, dy, 0), dx, 1)));
      }
    }
    const born = np.logical_and(np.equal(board, 0), np.equal(neighbours, 3));
    const survive = np.logical_and(np.equal(board, 1), np.logical_or(np.equal(neighbours, 2), np.equal(neighbours, 3)));
    board = np.logical_or(born, survive).astype('float64');
  }
  return board;
}

const board = life(512, 3);
console.log('alive', Number(np.sum(board)), board.shape);
const rows = np.sum(board, 1) as np.NDArray;
const densest = Number(np.argmax(rows));
console.log('densest', densest, Number(rows.iget(densest)));

const walls = np.ones([SIZE, SIZE]);
walls.slice('1:-1', '1:-1').fill(0);
const absorbed = grid.current.multiply(walls);
console.log('walls', Number(np.sum(walls)), Number(np.sum(absorbed)).toFixed(4));
const backup = grid.current.copy();
grid.step();
const diff = grid.current.subtract(backup);
console.log('diff', Number(np.max(np.absolute(diff))).toFixed(6));
const frozen = grid.next.copy();
console.log('frozen', Number(np.sum(frozen)).toFixed(6));

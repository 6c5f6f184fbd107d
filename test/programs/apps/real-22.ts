// game boards: life, minesweeper counts, sudoku-like candidates, gomoku scan
import * as np from 'numpy-ts';

type Rule = { born: number[]; survive: number[] };

const CONWAY: Rule = { born: [3], survive: [2, 3] };
const HIGHLIFE: Rule = { born: [3, 6], survive: [2, 3] };

abstract class Board {
  protected cells: np.NDArray;
  constructor(cells: np.NDArray) {
    this.cells = cells;
  }
  abstract step(): void;
  get population(): number {
    return Number(np.sum(this.cells));
  }
  clone(): np.NDArray {
    return this.cells.copy();
  }
}

class Life extends Board {
  readonly rule: Rule;
  constructor(size: number, rule: Rule = CONWAY) {
    const seed = new Uint8Array(size * size);
    for (let i = 0, s = 17; i < seed.length; i++) {
      s = (s * 48271) % 2147483647;
      seed[i] = s % 3 === 0 ? 1 : 0;
    }
    super(np.array(seed).reshape(size, size));
    this.rule = rule;
  }

  neighbours(): np.NDArray {
    let total: np.NDArray | undefined;
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        if (dy === 0 && dx === 0) continue;
        const moved = np.roll(np.roll(this.cells, dy, 0), dx, 1) as np.NDArray;
        total = total === undefined ? moved : total.add(moved);
      }
    }
    return total!;
  }

  override step(): void {
    const n = this.neighbours();
    const alive = this.cells.equal(1);
    const anyOf = (values: number[]) => values.map((v) => n.equal(v)).reduce((a, b) => np.logical_or(a, b));
    const born = np.logical_and(np.logical_not(alive), anyOf(this.rule.born));
    const stays = np.logical_and(alive, anyOf(this.rule.survive));
    this.cells = np.logical_or(born, stays).astype('uint8');
  }
}

function minesweeper(size: number): np.NDArray {
  const mines = np.zeros([size, size]);
  for (let i = 0; i < size * 4; i++) mines.set([(i * 13) % size, (i * 29) % size], 1);
  const padded = np.pad(mines, 1);
  const counts = np.zeros([size, size]);
  let acc = counts;
  for (let dy = 0; dy < 3; dy++) for (let dx = 0; dx < 3; dx++) acc = acc.add(padded.slice(`${dy}:${dy + size}`, `${dx}:${dx + size}`));
  return np.where(mines.equal(1), -1, acc.subtract(mines)) as np.NDArray;
}

function lines(board: np.NDArray, player: number): number {
  const own = np.equal(board, player).astype('int8');
  const five = (a: np.NDArray, axis: number) => {
    const n = own.shape[axis]!;
    const parts = [0, 1, 2, 3, 4].map((k) => (axis === 0 ? a.slice(`${k}:${n - 4 + k}`, ':') : a.slice(':', `${k}:${n - 4 + k}`)));
    return parts.reduce((x, y) => x.add(y)).equal(5);
  };
  return Number(np.count_nonzero(five(own, 0))) + Number(np.count_nonzero(five(own, 1)));
}

const life = new Life(512);
const high = new Life(512, HIGHLIFE);
const start = life.clone();
for (let i = 0; i < 10; i++) {
  life.step();
  high.step();
}
const changed = np.not_equal(start, life.clone());
const field = minesweeper(400);
const histogram = [-1, 0, 1, 2, 3, 4].map((v) => Number(np.count_nonzero(np.equal(field, v))));
const gomoku = np.arange(361 * 361).reshape(361, 361).mod(3).astype('int8');
const won = [lines(gomoku, 0), lines(gomoku, 1), lines(gomoku, 2)];
const candidates = np.ones([9, 9, 9], 'bool');
candidates.slice('0', '0').fill(0);
const free = candidates.sum(2) as np.NDArray;
console.log(changed.dtype, field.dtype, field.nbytes, gomoku.nbytes, free.shape);
console.log('checksum', life.population, high.population, Number(np.sum(changed)), histogram.join(','), won.join(','), Number(free.sum()));

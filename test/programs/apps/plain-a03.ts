import * as np from 'numpy-ts';
// game of life
const H = 300, W = 280;
let board = np.zeros([H, W]);
let s = 42;
for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) { s = (s * 1103515245 + 12345) % 2147483648; board.set([y, x], s > 1500000000 ? 1 : 0); }
function neighbours(b: np.NDArray): np.NDArray {
  let n = np.zeros(b.shape as number[]);
  for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) {
    if (dy === 0 && dx === 0) continue;
    n = n.add(np.roll(np.roll(b, dy, 0), dx, 1));
  }
  return n;
}
function step(b: np.NDArray): np.NDArray {
  const n = neighbours(b);
  const birth = n.equal(3);
  const stay = np.logical_and(b.equal(1), n.equal(2));
  return np.logical_or(birth, stay).astype('float64');
}
const initial = board.copy();
const counts: number[] = [];
for (let i = 0; i < 5; i++) { board = step(board); counts.push(Number(np.sum(board))); }
console.log(counts, board.dtype, board.shape);
const changed = np.not_equal(initial, board);
console.log(changed.dtype, Number(np.count_nonzero(changed)));
const history: np.NDArray[] = [];
for (let i = 0; i < 3; i++) { history.push(board.copy()); board = step(board); board.slice('0').fill(0); }
console.log(history.map((h) => Number(np.sum(h))), Number(np.sum(board)));

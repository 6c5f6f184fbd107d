import * as np from 'numpy-ts';

function neighbours(board: np.NDArray): np.NDArray {
  let sum: np.NDArray = np.zeros(board.shape as number[], 'uint8');
  for (const dy of [-1, 0, 1]) {
    for (const dx of [-1, 0, 1]) {
      if (dx === 0 && dy === 0) continue;
      sum = sum.add(np.roll(np.roll(board, dy, 0), dx, 1));
    }
  }
  return sum;
}

let board: np.NDArray = np.zeros([16, 16], 'uint8');
for (const [y, x] of [[1, 2], [2, 3], [3, 1], [3, 2], [3, 3]] as const) board.set([y, x], 1);
for (let step = 0; step < 8; step++) {
  const n = neighbours(board);
  const born = np.equal(n, 3);
  const survives = np.logical_and(np.equal(n, 2), np.equal(board, 1));
  board = np.logical_or(born, survives).astype('uint8');
}
console.log(Number(np.sum(board)), board.dtype, board.shape);

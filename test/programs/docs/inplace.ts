import * as np from 'numpy-ts';

const board = np.zeros([9, 9], 'uint8');
for (let i = 0; i < 9; i++) {
  board.set([i, i], i + 1);
}
const corner = board.slice(':3', ':3');
corner.fill(5);
const target = np.empty([9, 9], 'uint8');
np.copyto(target, board);
const line = target.slice('4');
line.fill(0);
const before = board.copy();
board.fill(1);

console.log(corner.shape, Number(np.sum(before)), Number(np.sum(target)), Number(np.sum(board)));

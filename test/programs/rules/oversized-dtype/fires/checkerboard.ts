import * as np from 'numpy-ts';

// expect: oversized-dtype <<np.zeros([640, 640], 'int32')>>
const board = np.zeros([640, 640], 'int32');
board.slice('::2', '::2').fill(1);
board.slice('1::2', '1::2').fill(1);
const dark = np.equal(board, 0);
console.log(Number(np.count_nonzero(dark)), Number(np.sum(board)));

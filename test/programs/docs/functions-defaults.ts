import * as np from 'numpy-ts';

interface Options {
  readonly size?: number;
  readonly dtype?: 'float64' | 'float32' | 'uint8';
}

function checkerboard({ size = 8, dtype = 'uint8' }: Options = {}): np.NDArray {
  const board = np.zeros([size, size], dtype);
  board.slice('::2', '::2').fill(1);
  board.slice('1::2', '1::2').fill(1);
  return board;
}

const small = checkerboard();
const wide = checkerboard({ size: 500 });
const floats = checkerboard({ size: 16, dtype: 'float32' });
console.log(small.nbytes, wide.nbytes, floats.nbytes, Number(np.sum(wide)));

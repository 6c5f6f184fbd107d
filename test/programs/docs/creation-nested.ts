import * as np from 'numpy-ts';

// Nested literals: the shape is the nesting, the dtype is float64 unless told otherwise.
const matrix = np.array([
  [1, 2, 3],
  [4, 5, 6],
]);
const cube = np.array([
  [[1, 2], [3, 4]],
  [[5, 6], [7, 8]],
  [[9, 10], [11, 12]],
]);
const column = np.array([[1], [2], [3]]);
const empty = np.array([]);
const rows = Array.from({ length: 5 }, (_, i) => [i, i * i]);
const table = np.array(rows);

console.log(matrix.shape, cube.shape, column.shape, empty.shape, table.shape);
console.log(matrix.nbytes + cube.nbytes + column.nbytes + table.nbytes);

import * as np from 'numpy-ts';

// Jacobi iteration on a small grid: the shape never changes, the array does.
let grid = np.zeros([32, 32]);
grid.slice('0').fill(100);
for (let step = 0; step < 20; step++) {
  const up = grid.slice(':-2', '1:-1');
  const down = grid.slice('2:', '1:-1');
  const left = grid.slice('1:-1', ':-2');
  const right = grid.slice('1:-1', '2:');
  const inner = up.add(down).add(left).add(right).divide(4);
  const next = grid.copy();
  np.copyto(next.slice('1:-1', '1:-1'), inner);
  grid = next;
}
console.log(grid.shape, Number(np.sum(grid)).toFixed(6));

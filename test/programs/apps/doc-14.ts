import * as np from 'numpy-ts';
const a = np.arange(6, undefined, 1, 'int8').reshape(2, 3);
const p1 = np.pad(a, 2);




const p6 = np.pad(np.array([1, 2, 3]), [2, 3], 'constant', 7);
function gameOfLifeStep(grid: np.NDArray): np.NDArray {
  const padded = np.pad(grid, 1);
  const [h, w] = grid.shape;
  let n = np.zeros([h, w], 'int8');
  for (let dy = 0; dy < 3; dy++) {
    for (let dx = 0; dx < 3; dx++) {
      if (dy === 1 && dx === 1) continue;
      n = n.add(padded.slice(`${dy}:${dy + h}`, `${dx}:${dx + w}`));
    }
  }
  const birth = np.logical_and(n.equal(3), grid.equal(0));
  const survive = np.logical_and(grid.equal(1), np.logical_or(n.equal(2), n.equal(3)));
  return np.logical_or(birth, survive).astype('int8');
}
let g = np.zeros([6, 6], 'int8');
for (const [i, j] of [[1, 2], [2, 3], [3, 1], [3, 2], [3, 3]]) g.set([i, j], 1);
for (let k = 0; k < 4; k++) g = gameOfLifeStep(g);
console.log(p1.shape, p6.shape, g.sum());

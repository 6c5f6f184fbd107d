import * as np from 'numpy-ts';

function invert(matrix: np.NDArray): np.NDArrayCore | null {
  try {
    return np.linalg.inv(matrix);
  } catch {
    return null;
  }
}

const good = invert(np.array([[2, 0], [0, 4]]));
const bad = invert(np.zeros([2, 2]));
let shaped: np.NDArray;
try {
  shaped = np.arange(10).reshape(3, 4);
} catch {
  shaped = np.arange(10).reshape(2, 5);
} finally {
  console.log('tried');
}
console.log(good?.tolist(), bad === null || bad.shape.length, shaped.shape);

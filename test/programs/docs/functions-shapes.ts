import * as np from 'numpy-ts';

function gram(x: np.NDArray): np.NDArray {
  const [rows, columns] = x.shape as [number, number];
  const g = np.zeros([columns, columns]);
  for (let i = 0; i < rows; i++) {
    const row = x.slice(String(i));
    np.copyto(g, g.add(np.outer(row, row)));
  }
  return g;
}

const a = gram(np.arange(6).reshape(3, 2));
const b = gram(np.ones([4, 5]));
console.log(a.tolist(), b.shape, np.allclose(a, np.matmul(np.arange(6).reshape(3, 2).T, np.arange(6).reshape(3, 2))));

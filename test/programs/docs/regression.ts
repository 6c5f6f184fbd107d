import * as np from 'numpy-ts';

const n = 80;
const x = np.linspace(0, 10, n);
const y = x.multiply(3).add(np.sin(x)).add(2);
const design = np.column_stack([x, np.ones([n])]);
const { x: beta } = np.linalg.lstsq(design, y) as { x: np.NDArrayCore };
const normal = design.T.matmul(design);
const right = np.dot(design.T, y) as np.NDArray;
const solved = np.linalg.solve(normal, right);
const predicted = np.dot(design, solved as np.NDArray) as np.NDArray;
const residual = y.subtract(predicted);
const mse = np.mean(residual.multiply(residual));

console.log(design.shape, beta.shape, normal.shape, solved.shape, Number(mse) < 1);

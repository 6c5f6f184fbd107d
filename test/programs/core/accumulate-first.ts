import { ufunc } from 'bytelens';
import * as np from 'numpy-ts';

const levels = np.ones([100, 200], 'uint8');
function running(x: np.NDArray) {
  return ufunc.add.accumulate(x, { axis: 1 });
}
function sines(x: np.NDArray) {
  return ufunc.sin(x);
}
function masked(x: np.NDArray) {
  return ufunc.multiply(x, 2, { where: x.greater(0), out: np.zeros([100, 200], 'uint8') });
}
console.log(running(levels).dtype, sines(np.ones([40])).shape, masked(levels).shape);

import { narrow } from 'bytelens';
import * as np from 'numpy-ts';

const levels = np.arange(0, 20_000).reshape(100, 200);
function narrowed(x: np.NDArray) {
  return narrow(x, 'uint16');
}
function columns(x: np.NDArray) {
  return narrow(x.transpose(), 'int32');
}
console.log(narrowed(levels).dtype, columns(levels).shape);

import * as np from 'numpy-ts';

/**
 * @param {np.NDArray} values
 * @param {number} width
 */
function movingAverage(values, width) {
  const sums = np.cumsum(values);
  const ends = sums.slice(`${width}:`);
  const starts = sums.slice(`:-${width}`);
  return ends.subtract(starts).divide(width);
}

const temperatures = np.array([20, 21, 19, 22, 25, 24, 23]);
const average = movingAverage(temperatures, 3);
const rounded = average.round(1);
var hoisted = np.ones([2, 2]);
hoisted = hoisted.add(hoisted);
console.log(average.shape, rounded.tolist(), hoisted.tolist());

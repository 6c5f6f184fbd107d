import * as bl from 'bytelens';
import { ufunc } from 'bytelens';
import * as np from 'numpy-ts';

const image = np.zeros([120, 160], 'uint8').add(7);
const other = np.ones([120, 160], 'uint8');
const gains = np.linspace(0, 1, 160);

const sum = ufunc.add(image, other);
const rows = ufunc.add.reduce(image, { axis: 1 });
const kept = ufunc.maximum.reduce(image, { axis: 0, keepdims: true });
const everything = ufunc.add.reduce(image, { axis: null });
const running = bl.ufunc.add.accumulate(image, { axis: 1 });
const slices = ufunc.minimum.reduceat(image, [0, 40, 80], { axis: 0 });
const table = ufunc.multiply.outer(gains, np.arange(10));
const waves = ufunc.sin(gains);
const halves = ufunc.multiply(image, gains, { dtype: 'float32', casting: 'unsafe' });

function inPlace(x: np.NDArray) {
  const out = np.empty([120, 160], 'float64');
  ufunc.multiply(x, 0.5, { out });
  ufunc.sqrt(out, { out });
  return ufunc.add(out, 1, { out });
}

const brighter = inPlace(image);
const histogram = np.zeros([16], 'int32');
ufunc.add.at(histogram, [1, 1, 3], 1);
const { subtract } = ufunc;
const difference = subtract(brighter, image);

console.log(sum.dtype, rows, kept.shape, everything, running.dtype, slices.shape, table.shape, waves.shape);
console.log(halves.dtype, brighter.shape, histogram.toString(), difference.shape);

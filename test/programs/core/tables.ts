import { lut } from 'bytelens';
import * as np from 'numpy-ts';

const image = np.zeros([120, 160], 'uint8');
const brighter = lut((v) => 255 * (v / 255) ** (1 / 2.2), 'uint8', { result: 'uint8', round: 'nearest' });
const halves = lut((v) => v / 2, 'uint8');

function graded(x: np.NDArray) {
  return brighter(x);
}
function inPlace(x: np.NDArray) {
  brighter(x, { out: x });
  return x;
}
function apart(x: np.NDArray) {
  const out = np.zeros([120, 160], 'uint8');
  return brighter(x, { out });
}

const a = graded(image);
const b = halves(image.T);
const c = inPlace(image.copy());
const d = halves(np.arange(12).astype('uint8'));
const e = brighter(new Uint8Array(8));
const f = np.zeros([brighter.nbytes]);
console.log(a.dtype, b.dtype, c.shape, d.shape, e.length, f.shape, apart(image).shape);

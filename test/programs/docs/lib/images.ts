/** A small image library over numpy-ts. */
import * as np from 'numpy-ts';
import { SHAPE } from './constants.ts';

export function gradient(): np.NDArray {
  return np.arange(SHAPE[0] * SHAPE[1]).reshape(...SHAPE);
}

export const blank = (dtype: 'uint8' | 'float32' = 'uint8') => np.zeros([...SHAPE], dtype);

export default function luminance(rgb: np.NDArray): np.NDArray {
  const red = rgb.slice(':', ':', '0');
  const green = rgb.slice(':', ':', '1');
  const blue = rgb.slice(':', ':', '2');
  return red.multiply(0.299).add(green.multiply(0.587)).add(blue.multiply(0.114));
}

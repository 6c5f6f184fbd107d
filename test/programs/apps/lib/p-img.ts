import * as np from 'numpy-ts';

export function makeImage(h: number, w: number): np.NDArray {
  const x = np.linspace(0, 6, w);
  const y = np.linspace(0, 4, h).reshape(h, 1);
  return np.sin(x).multiply(np.cos(y)).add(1).multiply(127.5);
}

export function threshold(img: np.NDArray, t: number): np.NDArray {
  const out = np.zeros(img.shape as number[]);
  const mask = img.greater(t);
  np.copyto(out, mask);
  return out;
}

export function normalise(a: np.NDArray): np.NDArray {
  const c = a.copy();
  const lo = Number(c.min());
  const hi = Number(c.max());
  return c.subtract(lo).divide(hi - lo);
}

export function stamp(a: np.NDArray, v: number): np.NDArray {
  const c = a.copy();
  c.slice('0:4', '0:4').fill(v);
  return c;
}

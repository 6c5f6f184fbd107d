import * as np from 'numpy-ts';
function conv(img: np.NDArray, kernel: number[][], normalize = true) {
  const k = np.array(kernel, 'float32');
  let out = np.zeros([100, 100], 'float32');
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const weight = Number(k.get([i, j]));
      if (weight === 0) continue;
      out = out.add(img.multiply(weight));
    }
  }
  const s = Number(k.sum());
  return normalize && s !== 0 ? out.divide(s) : out;
}
function sobel(gray: np.NDArray) {
  const gx = conv(gray, [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], false);
  const gy = conv(gray, [[-1, -2, -1], [0, 0, 0], [1, 2, 1]], false);
  return { mag: np.hypot(gx, gy), dir: np.arctan2(gy, gx) };
}
console.log(sobel(np.ones([100, 100], 'float32')).dir.shape);

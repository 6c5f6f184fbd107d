import * as np from 'numpy-ts';
// mandelbrot and julia with masks
function mandel(h: number, w: number, maxit: number): np.NDArray {
  const x = np.linspace(-2, 0.8, w);
  const y = np.linspace(-1.4, 1.4, h);
  const [cx, cy] = np.meshgrid(x, y) as [np.NDArray, np.NDArray];
  let zx = np.zeros_like(cx);
  let zy = np.zeros_like(cy);
  const div = np.full([h, w], maxit);
  for (let i = 0; i < maxit; i++) {
    const nx = zx.multiply(zx).subtract(zy.multiply(zy)).add(cx);
    const ny = zx.multiply(zy).multiply(2).add(cy);
    const r2 = nx.multiply(nx).add(ny.multiply(ny));
    const esc = r2.greater(4);
    const fresh = np.logical_and(esc, div.equal(maxit));
    np.putmask(div, fresh, np.array([i]));
    zx = np.clip(nx, -2, 2);
    zy = np.clip(ny, -2, 2);
  }
  return div;
}
const m = mandel(120, 160, 12);
console.log(m.shape, m.dtype, Number(m.sum()));
const hist = np.bincount(m.ravel());
console.log(hist.shape, hist.dtype);
const rgb = np.stack([m, m.multiply(2), m.multiply(3)], 2).astype('uint8');
console.log(rgb.shape, rgb.dtype, Number(rgb.sum()));
const g = rgb.astype('float64').mean(2) as np.NDArray;
const red = rgb.slice(':', ':', '0').copy();
rgb.slice(':', ':', '0').fill(0);
console.log(g.dtype, Number(g.sum()).toFixed(3), Number(red.sum()), Number(rgb.sum()));

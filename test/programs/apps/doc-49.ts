import * as np from 'numpy-ts';
// physics: heat equation, wave, n-body, mandelbrot
function heat(n: number, steps: number) {
  let u = np.zeros([n, n]);
  u.slice('0').fill(100);
  const alpha = 0.1;
  for (let s = 0; s < steps; s++) {
    const c = u.slice('1:-1', '1:-1');
    const lap = u.slice('2:', '1:-1').add(u.slice(':-2', '1:-1')).add(u.slice('1:-1', '2:')).add(u.slice('1:-1', ':-2')).subtract(c.multiply(4));
    const next = u.copy();
    np.copyto(next.slice('1:-1', '1:-1'), c.add(lap.multiply(alpha)));
    u = next;
  }
  return u;
}
function nbody(n: number, steps: number) {
  np.random.seed(0);
  let pos = np.random.randn(n, 3) as unknown as np.NDArray;
  let vel = np.zeros([n, 3]);
  const mass = np.ones([n, 1]).multiply(20 / n);
  for (let s = 0; s < steps; s++) {
    const x = pos.slice(':', '0:1');
    const y = pos.slice(':', '1:2');
    const z = pos.slice(':', '2:3');
    const [dx, dy, dz] = [x, y, z].map((q) => q.T.subtract(q));
    const inv = dx.power(2).add(dy.power(2)).add(dz.power(2)).add(0.01).power(-1.5);
    const acc = np.hstack([dx, dy, dz].map((q) => q.multiply(inv).matmul(mass)));
    vel = vel.add(acc.multiply(0.01));
    pos = pos.add(vel.multiply(0.01));
  }
  return { pos, vel };
}
function mandelbrot(h: number, w: number, maxit = 20) {
  const y = np.linspace(-1.4, 1.4, h).reshape(h, 1);
  const x = np.linspace(-2, 0.8, w);
  let zr = np.zeros([h, w]);
  let zi = np.zeros([h, w]);
  let div = np.full([h, w], maxit, 'int32');
  for (let i = 0; i < maxit; i++) {
    const nr = zr.multiply(zr).subtract(zi.multiply(zi)).add(x);
    zi = zr.multiply(zi).multiply(2).add(y);
    zr = nr;
    const d = zr.multiply(zr).add(zi.multiply(zi)).greater(4);
    const now = np.logical_and(d, div.equal(maxit));
    div = np.asarray(np.where(now, np.full([], i, 'int32'), div)) as np.NDArray<'int32'>;
    zr = np.asarray(np.where(d, np.full([1], 2), zr)) as np.NDArray<'float64'>;
    zi = np.asarray(np.where(d, np.zeros([1]), zi)) as np.NDArray<'float64'>;
  }
  return div;
}
const u = heat(32, 10);
const { pos, vel } = nbody(16, 3);
const m = mandelbrot(40, 60);
const img = m.divide(m.max() as number).multiply(255).astype('uint8');
console.log(u.shape, pos.shape, vel.shape, m.dtype, img.nbytes);

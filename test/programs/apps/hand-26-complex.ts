import * as np from 'numpy-ts';

// Mandelbrot with complex128, and a little complex algebra
function mandelbrot(h: number, w: number, maxit = 20): np.NDArray {
  const re = np.linspace(-2, 0.8, w).reshape(1, w);
  const im = np.linspace(-1.4, 1.4, h).reshape(h, 1);
  let zr = np.zeros([h, w]);
  let zi = np.zeros([h, w]);
  const divtime = np.full([h, w], maxit, 'int16');
  for (let i = 0; i < maxit; i++) {
    const nr = zr.square().subtract(zi.square()).add(re);
    const ni = zr.multiply(zi).multiply(2).add(im);
    const diverge = nr.square().add(ni.square()).greater(4);
    const now = diverge.logical_and(divtime.equal(maxit));
    np.putmask(divtime, now, np.array([i]));
    zr = np.where(diverge, np.full([h, w], 2), nr) as np.NDArray;
    zr = np.copy(zr);
    zi = np.copy(np.where(diverge, np.full([h, w], 0), ni));
  }
  return divtime;
}
const M = mandelbrot(120, 160);
console.log(M.shape, M.dtype, M.sum(), M.nbytes);

const z = np.array([new np.Complex(1, 1), new np.Complex(0, -2), new np.Complex(3, 0)]);
const zz = z.multiply(z);
console.log(zz.dtype, zz.tolist());
console.log(np.absolute(z).dtype, np.angle(z, true).tolist(), np.real(z).strides, np.imag(z).nbytes);
const z64 = z.astype('complex64');
console.log(z64.dtype, z64.nbytes, z64.add(1).dtype, z64.add(np.ones([3])).dtype, z64.multiply(np.ones([3], 'float32')).dtype);
const roots = np.roots([1, 0, 1]);
console.log(roots.dtype, roots.shape, np.iscomplexobj(roots));
const rot = np.exp(np.array([new np.Complex(0, Math.PI / 2)]));
console.log(rot.dtype, rot.shape);
const r = np.sqrt(np.array([-1, 4]).astype('complex128'));
console.log(r.dtype, r.tolist());
const big = np.zeros([64, 256], 'complex128');
big.fill(2);
const F = np.fft.fft(big, undefined, 1);
const back = np.fft.ifft(F, undefined, 1);
console.log(F.dtype, F.nbytes, back.dtype, np.allclose(np.real(back), np.full([64, 256], 2)));
const half = F.astype('complex64');
console.log(half.nbytes, np.conj(half).dtype, np.sum(half));
const w = np.linalg.eigvals(np.array([[0, -1], [1, 0]]));
console.log(w.dtype, w.shape);

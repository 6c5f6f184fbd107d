// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// quantum walk / complex simulation
const N = 256, steps = 50;
const x = np.linspace(-10, 10, N), dx = 20 / N;
const V = x.power(2).multiply(0.5);
const k = np.fft.fftfreq(N, dx);
const T = np.multiply(k, 2 * Math.PI);
const expV = np.exp(V.astype('complex128').multiply(-0.05)), expT = np.exp(np.multiply(np.square(T).astype('complex128'), -0.05));
let psi = np.exp(x.subtract(1).power(2).negative()).astype('complex128');
for (let s = 0; s < steps; s++) {
  psi = psi.multiply(expV);
  psi = np.fft.ifft(np.fft.fft(psi).multiply(expT));
  psi = psi.multiply(expV);
  const norm = Math.sqrt(Number(np.sum(np.square(np.abs(psi)))) * dx);
  psi = psi.divide(norm);
}
const prob = np.square(np.absolute(psi));
console.log(psi.dtype, psi.nbytes, prob.dtype, prob.shape, Number(np.sum(prob.multiply(x).multiply(dx))).toFixed(8));
const rho = np.outer(psi, np.conj(psi));
console.log(rho.shape, rho.dtype, rho.nbytes, np.trace(rho)?.toString().slice(0, 8));
const H = np.diag(V).add(np.eye(N).multiply(2)).subtract(np.eye(N, N, 1)).subtract(np.eye(N, N, -1));
const { w } = np.linalg.eigh(H) as any;
console.log(H.shape, w.shape, Number(np.min(w)).toFixed(6));
const U = np.eye(4, undefined, undefined, 'complex64'), HAD = np.array([[1, 1], [1, -1]]).divide(Math.SQRT2);
const G = np.kron(HAD, np.kron(HAD, np.identity(2)));
console.log(U.dtype, U.nbytes, G.shape, G.dtype, np.allclose(np.matmul(G, G.T), np.eye(8)));
const st = np.zeros([8], 'complex128'); st.set([0], new np.Complex(1, 0));
const out = np.matmul(G.astype('complex128'), st);
console.log(out.dtype, out.shape, np.real(out).tolist().length, np.iscomplex(out).dtype, np.angle(out).shape);

import * as np from 'numpy-ts';

const p = np.poly([1, 2, 3]);
console.log(p.dtype, p.shape, p.toString());
const r = np.roots(p);
console.log(r.dtype, np.round(np.real(r), 6).toString());
const d = np.polyder(p);
const i = np.polyint(p);
const i2 = np.polyint(p, 2);
console.log(d.tolist(), i.shape, i2.shape);
const s = np.polyadd([1, 2], [3, 4, 5]);
const m = np.polymul([1, 1], [1, -1]);
const sub = np.polysub(p, [1]);
const [q, rem] = np.polydiv([1, -3, 2], [1, -1]);
console.log(s.tolist(), m.tolist(), sub.shape, q.tolist(), rem.tolist());

const x = np.linspace(-3, 3, 61);
const y = np.polyval(p, x) as np.NDArray;
console.log(y.shape, y.dtype, np.polyval([1, 0, -1], 3));
const fit = np.polyfit(x, y, 3);
console.log(np.allclose(fit, p, 1e-6), fit.shape);
const ints = np.polyadd(np.array([1, 2, 3], 'int32'), np.array([1, 1], 'int32'));
console.log(ints.dtype, ints.shape);

function horner(coef: number[], at: np.NDArray): np.NDArray {
  let acc = np.zeros_like(at);
  for (const c of coef) acc = acc.multiply(at).add(c);
  return acc;
}
const h = horner([1, -6, 11, -6], x);
console.log(h.dtype, np.allclose(h, y));
const hi = horner([1, 2, 3], np.arange(5).astype('int16'));
console.log(hi.dtype, hi.tolist());
const V = np.vander(np.array([1, 2, 3, 5]), 3, true);
console.log(V.shape, V.dtype, np.linalg.det(np.vander(np.array([1.0, 2, 3]))));
const dy = np.gradient(y, 0.1) as np.NDArray;
const area = np.trapezoid(y, x) as number;
console.log(dy.shape, dy.dtype, area.toFixed(4), np.diff(y, 2).shape);
const cheb = np.cos(np.arccos(np.clip(x.divide(3), -1, 1)).multiply(4));
console.log(cheb.shape, Number(cheb.max()).toFixed(3));

import * as np from 'numpy-ts';

const p = np.array([1, -3, 2]);
const r = np.roots(p);
const values = np.polyval(p, np.linspace(0, 3, 7)) as np.NDArray;
const derivative = np.polyder(p);
const integral = np.polyint(p);
const product = np.polymul(p, np.array([1, 1]));
const sum = np.polyadd(p, np.array([1, 1]));
const x = np.arange(10);
const y = x.multiply(2).add(1);
const fit = np.polyfit(x, y, 1);
const [quotient, remainder] = np.polydiv(np.array([1, -3, 2]), np.array([1, -1]));

console.log(r.shape, values.shape, derivative.shape, integral.shape, product.tolist(), sum.tolist());
console.log(fit.shape, Math.round(Number(fit.get([0]))), quotient.tolist(), remainder.shape);

import * as np from 'numpy-ts';

let x = np.array([2, 5, 10]);
const target = np.array([2, 5, 10]);
let rounds = 0;
let error = Infinity;
while (error > 1e-9 && rounds < 100) {
  const next = x.add(target.divide(x)).multiply(0.5);
  error = Number(np.max(np.absolute(next.subtract(x))));
  x = next;
  rounds++;
}
console.log(x.shape, x.dtype, x.round(6).tolist(), rounds < 100);

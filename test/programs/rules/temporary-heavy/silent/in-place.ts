import * as np from 'numpy-ts';

const x = np.linspace(0, 1, 150_000);
for (let i = 0; i < x.size; i++) {
  const v = Number(x.iget(i));
  x.iset(i, v * v * 3 + 2 * v + 1);
}
console.log(Number(np.sum(x)).toFixed(6));

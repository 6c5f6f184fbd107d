import * as np from 'numpy-ts';

const a = np.linspace(0, 1, 200_000);
const b = np.linspace(1, 2, 200_000);
const sum = a.add(b);
const product = np.multiply(a, b);
console.log(Number(np.sum(sum)).toFixed(3), Number(np.sum(product)).toFixed(3));

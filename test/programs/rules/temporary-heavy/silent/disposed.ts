import * as np from 'numpy-ts';

const a = np.linspace(0, 1, 200_000);
const squared = a.multiply(a);
const shifted = squared.add(1);
squared.dispose();
const scaled = shifted.multiply(3);
shifted.dispose();
const result = scaled.subtract(2);
scaled.dispose();
console.log(Number(np.sum(result)).toFixed(6));

import * as np from 'numpy-ts';

// Every intermediate is a result of its own.
const x = np.linspace(0, 1, 150_000);
const squared = x.multiply(x);
const cubed = squared.multiply(x);
const fourth = cubed.multiply(x);
console.log([x, squared, cubed, fourth].map((each) => Number(np.sum(each)).toFixed(6)));

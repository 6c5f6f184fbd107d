import * as np from 'numpy-ts';

// Arithmetic on numbers, not on arrays.
const x = np.linspace(0, 1, 150_000);
const low = Number(np.min(x));
const high = Number(np.max(x));
const middle = ((low + high) * 2 - low * high + (high - low) ** 2) / 2;
const result = x.multiply(middle);
console.log(middle, Number(np.sum(result)).toFixed(6));

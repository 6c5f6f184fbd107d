import * as np from 'numpy-ts';

// The root of a uint16 is float32: other digits.
const squares = np.arange(60000);
const roots = np.sqrt(squares);
console.log(Number(np.sum(roots)));

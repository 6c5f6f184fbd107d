import * as np from 'numpy-ts';

const x = np.linspace(5, 15, 200_000);
const m = Number(np.mean(x));
// The array is only summed, so even the last result is thrown away.
// expect: temporary-heavy <<x.subtract(m).multiply(x.subtract(m)).divide(x.size)>>
const variance = Number(np.sum(x.subtract(m).multiply(x.subtract(m)).divide(x.size)));
console.log(variance.toFixed(9));

import * as np from 'numpy-ts';

const SIGMA = 0.3;
const t = np.linspace(-1, 1, 250_000);
// expect: temporary-heavy <<np.exp(t.divide(SIGMA).multiply(t.divide(SIGMA)).multiply(-0.5))>>
const bell = np.exp(t.divide(SIGMA).multiply(t.divide(SIGMA)).multiply(-0.5));
console.log(Number(np.sum(bell)).toFixed(6));

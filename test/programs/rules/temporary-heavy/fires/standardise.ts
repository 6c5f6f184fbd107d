import * as np from 'numpy-ts';

const x = np.arange(160_000).reshape(400, 400);
const mean = Number(np.mean(x));
const std = Number(np.std(x));
// expect: temporary-heavy <<x.subtract(mean).divide(std).multiply(0.5).add(0.5)>>
const scaled = x.subtract(mean).divide(std).multiply(0.5).add(0.5);
console.log(Number(np.sum(scaled)).toFixed(6), Number(np.max(scaled)).toFixed(9));

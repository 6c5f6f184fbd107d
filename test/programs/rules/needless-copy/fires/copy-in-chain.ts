import * as np from 'numpy-ts';

const prices = np.linspace(10, 20, 100_000);
// expect: needless-copy <<prices.copy()>>
const doubled = prices.copy().multiply(2);
console.log(Number(np.max(doubled)), Number(np.max(prices)));

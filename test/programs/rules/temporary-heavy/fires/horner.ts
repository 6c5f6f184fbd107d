import * as np from 'numpy-ts';

const x = np.linspace(0, 1, 180_000);
// expect: temporary-heavy <<x.multiply(3).add(2).multiply(x).add(1).multiply(x).subtract(4)>>
const p = x.multiply(3).add(2).multiply(x).add(1).multiply(x).subtract(4);
console.log(Number(np.min(p)), Number(np.max(p)));

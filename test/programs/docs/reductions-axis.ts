import * as np from 'numpy-ts';

const m = np.arange(24).reshape(2, 3, 4);
const s0 = np.sum(m, 0) as np.NDArray;
const s1 = m.sum(1) as np.NDArray;
const s2 = np.sum(m, -1) as np.NDArray;
const kept = np.sum(m, 1, true) as np.NDArray;
const pair = np.sum(m, [0, 2]) as np.NDArray;
const all = np.sum(m);
const mean = m.mean(2) as np.NDArray;
const top = np.max(m, 0) as np.NDArray;
const low = m.min(1) as np.NDArray;
const product = np.prod(m.slice('0').add(1), 0) as np.NDArray;

console.log(s0.shape, s1.shape, s2.shape, kept.shape, pair.shape, all);
console.log(mean.shape, top.shape, low.shape, product.shape);

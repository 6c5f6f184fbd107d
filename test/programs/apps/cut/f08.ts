import * as np from 'numpy-ts';
const mask = np.zeros([400000]); for (let i = 0; i < 400000; i += 7) mask.set([i], 1); console.log(Number(np.sum(mask)));
const c = mask.copy(); console.log(Number(np.sum(c)));
let other = np.ones([400000]); other = other.add(1); console.log(Number(np.max(other)));
export { c as mask2 };

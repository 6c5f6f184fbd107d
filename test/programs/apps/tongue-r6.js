import * as np from 'numpy-ts';
const p = new Map();
function f(k) {
  const q = Promise.resolve().then(() => { p.delete(k); });
  p.set(k, 1);
  return q;
}
await f('z');
np.zeros([p.size + 1]);

import * as np from 'numpy-ts';
let q = null;
function f(n) {
  if (!q) q = Promise.resolve().then(() => { q = null; return n; });
  return q;
}
np.zeros([await f(2)]);
np.zeros([q ? 1 : 2]);
np.zeros([await f(7)]);

import * as np from 'numpy-ts';
const p = new Map();
async function job(k, n) { await null; p.delete(k); return np.zeros([n]); }
function f(k, n) {
  if (!p.has(k)) p.set(k, job(k, n));
  return p.get(k);
}
(await f('z', 2)).add(1);
np.zeros([p.size + 1]);
(await f('z', 7)).add(1);

import * as np from 'numpy-ts';

const u = np.linspace(-1, 1, 150_000);
const v = np.linspace(1, 3, 150_000);
const uu = u.multiply(u);
const vv = v.multiply(v);
const uv = u.multiply(v);
// expect: temporary-heavy <<uu.add(vv).subtract(uv)>>
const norm = uu.add(vv).subtract(uv);
console.log(Number(np.sum(norm)).toFixed(6));

import * as np from 'numpy-ts';
const o = {};
const t = Promise.resolve().then(() => { delete o.b; });
o.b = 2;
await t;
console.log(np.zeros([o.b ?? 5]).shape, np.zeros([Object.keys(o).length + 1]).shape);

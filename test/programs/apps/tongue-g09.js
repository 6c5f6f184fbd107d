import * as np from 'numpy-ts';
async function f() {
  const o = { n: 1 }; const m = new Map();
  const p = (async () => { await null; o.n = 3; m.set('a', 4); })();
  o.n = 9; m.set('a', 9);
  await p;
  return [np.zeros([o.n]), np.zeros([m.get('a')])];
}
console.log((await f()).map((x) => x.shape));

import * as np from 'numpy-ts';
async function f() {
  let n = 1;
  const p = (async () => { await null; n = 3; })();
  n = 9;
  await p;
  return np.zeros([n]);
}
console.log((await f()).shape);

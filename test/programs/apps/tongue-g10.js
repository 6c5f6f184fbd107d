import * as np from 'numpy-ts';
async function f() {
  let got = null;
  const load = async () => { await null; got = np.zeros([3]); };
  const t = load();
  got = np.zeros([8], 'int8');
  await t;
  return got;
}
console.log((await f()).shape);

import * as np from 'numpy-ts';
async function f() {
  let a = np.zeros([1]);
  setTimeout(() => { a = np.zeros([3]); }, 0);
  a = np.zeros([9], 'int8');
  await new Promise((r) => setTimeout(r, 5));
  return a.add(1);
}
console.log((await f()).shape);

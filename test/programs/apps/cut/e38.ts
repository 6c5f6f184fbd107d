import * as np from 'numpy-ts';
const keep = np.zeros([1000000]);
function f() { const y = np.zeros([1000000]); const z = y.add(1); y.dispose(); z.dispose(); return 1; }
const k = f();
for (let i = 0; i < 3; i++) { const w = np.ones([500000]); w.dispose(); }
export { keep };
keep.dispose();
const late = np.zeros([200000]);
console.log(late.shape);

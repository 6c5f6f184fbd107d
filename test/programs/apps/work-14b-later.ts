import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';
const N = 256;
const total = (a: NDArray): number => Number(np.sum(a));
// 11. write in a generator that resumes later
function* writer(x: NDArray): Generator<number> {
  for (let i = 1; i < 4; i++) {
    yield i;
    x.set([i, i], 50);
  }
}
const k = np.ones([N, N]);
const gen = writer(k);
gen.next();
const kCopy = k.copy() as NDArray;
for (const _ of gen) void _;
console.log('11', total(k), total(kCopy));

// 12. write in an async function, started before
async function later(x: NDArray): Promise<void> {
  await null;
  x.fill(8);
}
const m = np.ones([N, N]);
const p = later(m);
const mCopy = m.copy() as NDArray;
await p;
console.log('12', total(m), total(mCopy));

// 13. WeakMap and Symbol keys
const wm = new WeakMap<object, NDArray>();
const key = {};
const q = np.ones([N, N]);
wm.set(key, q);
const qCopy = q.copy() as NDArray;
wm.get(key)!.fill(6);
console.log('13', total(q), total(qCopy));
// 14. an array in a global
const r = np.ones([N, N]);
(globalThis as unknown as { shared: NDArray }).shared = r;
const rCopy = r.copy() as NDArray;
(globalThis as unknown as { shared: NDArray }).shared.fill(2);
console.log('14', total(r), total(rCopy));

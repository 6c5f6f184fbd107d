import { Arena, evaluate, ufunc } from 'bytelens';
import * as np from 'numpy-ts';

const a = np.ones([40, 30]);
const n = 7;

function doubled(x: np.NDArray) {
  using arena = new Arena();
  const work = arena.empty([40, 30]);
  ufunc.multiply(x, 2, { out: work });
  const other = arena.zeros(n, 'uint8');
  arena.release(other);
  const again = arena.zeros([n], 'uint8');
  using scope = arena.scope();
  const copied = scope.copy(x);
  evaluate('w + c', { w: work, c: copied }, { out: copied });
  return again.shape[0] === n ? np.add(work, copied) : x;
}

let total = 0;
const arena = new Arena();
for (let k = 1; k < 6; k++) {
  const row = arena.zeros([k * 4], 'float32');
  const twice = row.add(1);
  total += twice.size;
  row.dispose();
}
const kept = arena.keep(arena.empty([3, 4], 'int16'));
const view = kept.T;
const used = arena.stats().borrowed;
console.log(doubled(a).shape, total, kept.dtype, view.shape, used);
arena[Symbol.dispose]();

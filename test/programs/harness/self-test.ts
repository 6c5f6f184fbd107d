/** What the tests of the truth harness measure. */
import * as np from 'numpy-ts';

const owner = np.zeros([3, 4], "int16");
const seen: unknown[] = [owner.T, np.flip(owner), owner.copy(), np.asarray(owner)];

const { q } = np.linalg.qr(np.eye(3)) as { q: np.NDArrayCore; r: np.NDArrayCore };
seen.push(q.slice('0'));

const bytes = new Uint8Array([1, 2, 3]);
seen.push(bytes.subarray(1), bytes.slice(1));

for (const n of [2, 5, 2]) {
  seen.push(np.ones([n]));
}

function chain(a: np.NDArray): np.NDArray {
  return a.multiply(a).add(1);
}
seen.push(chain(np.ones([1000])));
console.log(seen.length);

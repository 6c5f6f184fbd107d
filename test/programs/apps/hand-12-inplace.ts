import * as np from 'numpy-ts';

// in-place buffers: reuse `out` by copyto / fill
const n = 250_000;
const buffer = np.empty([n]);
const scratch = np.zeros([n], 'float32');

function accumulate(chunks: Iterable<np.NDArray>, total: np.NDArray): void {
  for (const chunk of chunks) np.copyto(total, total.add(chunk));
}
function* source(count = 4): Generator<np.NDArray> {
  for (let i = 0; i < count; i++) yield np.full([n], i + 0.5);
}
buffer.fill(0);
accumulate(source(), buffer);
console.log(buffer.get([0]), buffer.dtype, buffer.sum());
np.copyto(scratch, buffer);
console.log(scratch.dtype, scratch.nbytes, scratch.mean());

const a = np.arange(n);
const view = a.slice('::5');
view.fill(-1);
const mask = a.less(0);
console.log(np.count_nonzero(mask), a.compress(mask).size);
np.putmask(a, mask, np.array([0]));
np.place(a, a.greater(249_990), np.array([1, 2, 3]));
console.log(a.slice('-9:').tolist());
a.put([0, 1, 2], np.array([9, 8, 7]));
console.log(a.slice(':3').tolist());

let x = np.linspace(0, 1, n);
x = x.multiply(2);
x = x.add(1);
x = x.astype('float32');
console.log(x.dtype, x.get([n - 1]));
const y = x;
x = np.zeros([3], 'int16');
console.log(y.dtype, x.dtype);
{
  using temp = np.square(y);
  console.log(temp.max());
}
{
  using t1 = np.sqrt(y);
  using t2 = t1.add(1);
  console.log(t2.dtype, t2.min());
}
const tmp = np.ones([n]);
console.log(tmp.sum());
tmp.dispose();
a[0] = 77 as any;
console.log(a.get([0]));

import * as np from 'numpy-ts';
// using / dispose
function energy(n: number) {
  using x = np.linspace(0, 1, n);
  using sq = x.multiply(x);
  return sq.sum() as number;
}
const small = energy(1000);
const large = energy(1_000_000);
function normalize(a: np.NDArray) {
  using m = a.mean(0, true) as np.NDArray;
  using c = a.subtract(m);
  using s = c.std(0, 0, true) as np.NDArray;
  return c.divide(s);
}
const data = np.arange(4000).reshape(1000, 4);
const n = normalize(data);
const tmp = np.ones([1024, 1024], 'float32');
const total = tmp.sum();
tmp.dispose();
class Buffer2 {
  readonly acc: np.NDArray;
  constructor(size: number) {
    this.acc = np.zeros([size]);
  }
  push(v: np.NDArray) {
    using t = this.acc.add(v);
    np.copyto(this.acc, t);
  }
  [Symbol.dispose]() {
    this.acc.dispose();
  }
}
{
  using b = new Buffer2(64);
  for (let i = 0; i < 3; i++) b.push(np.full([64], i));
  console.log(b.acc.sum());
}
let result = np.zeros([8]);
for (let i = 0; i < 5; i++) {
  const next = result.add(i);
  result.dispose();
  result = next;
}
console.log(small, large, n.shape, total, result.tolist());

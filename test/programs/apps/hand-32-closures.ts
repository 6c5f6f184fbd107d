import * as np from 'numpy-ts';

type Layer = (x: np.NDArray) => np.NDArray;
const relu: Layer = (x) => np.maximum(x, 0);
const sigmoid: Layer = (x) => np.reciprocal(np.exp(x.negative()).add(1));
function dense(inputs: number, outputs: number, { seed = 0, bias = true, dtype = 'float32' as np.DType } = {}): Layer {
  np.random.seed(seed);
  const W = (np.random.standard_normal([inputs, outputs]) as np.NDArray).multiply(Math.sqrt(2 / inputs)).astype(dtype);
  const b = bias ? np.zeros([outputs], dtype) : null;
  return (x) => {
    const y = x.matmul(W);
    return b === null ? y : y.add(b);
  };
}
const pipeline = (...layers: Layer[]): Layer => (x) => layers.reduce((h, layer) => layer(h), x);
const net = pipeline(dense(64, 128), relu, dense(128, 10, { seed: 1, bias: false }), sigmoid);
const X = np.ones([256, 64], 'float32');
const out = net(X);
console.log(out.shape, out.dtype, out.nbytes);
const net64 = pipeline(dense(64, 8, { dtype: 'float64' }));
console.log(net64(X).dtype, net64(X).shape);

const cache = new Map<string, np.NDArray>();
function basis(n: number): np.NDArray {
  const key = `b${n}`;
  let hit = cache.get(key);
  if (!hit) {
    hit = np.identity(n, 'float32');
    cache.set(key, hit);
  }
  return hit;
}
console.log(basis(3).shape, basis(3) === basis(3), basis(5).nbytes);

function makeCounter(n: number) {
  let total = np.zeros([n], 'int32');
  return {
    add(x: np.NDArray) { total = total.add(x); return this; },
    get value() { return total; },
  };
}
const counter = makeCounter(4).add(np.ones([4], 'int16')).add(np.arange(4));
console.log(counter.value.dtype, counter.value.tolist());

const memo: Record<string, np.NDArray> = {};
for (const name of ['a', 'b'] as const) memo[name] = np.full([2, 3], name === 'a' ? 1 : 2.5);
console.log(memo.a.dtype, memo.b.dtype);
const { a, ...others } = memo;
console.log(a.shape, Object.keys(others));
const compose = <T>(f: (x: T) => T, times = 2) => (x: T) => { for (let i = 0; i < times; i++) x = f(x); return x; };
const quad = compose((m: np.NDArray) => m.matmul(m), 2)(np.array([[1, 1], [0, 1]]));
console.log(quad.tolist(), quad.dtype);
const swap = ([p, q]: [np.NDArray, np.NDArray]): [np.NDArray, np.NDArray] => [q, p];
const [s, t] = swap([np.zeros([2], 'int8'), np.ones([3], 'uint16')]);
console.log(s.dtype, t.dtype, s.shape);

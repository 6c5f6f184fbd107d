import { compile, evaluate } from 'bytelens';
import * as np from 'numpy-ts';

const a = np.random.random([400, 300]) as np.NDArray;
const b = np.random.random([400, 300]) as np.NDArray;
const row = np.arange(300);

const squares = evaluate('a**2 + b**2 + 2*a*b', { a, b });
const same = evaluate`${a}**2 + ${b}**2 + 2*${a}*${b}`;
const scaled = evaluate('a * row', { a, row });
const larger = evaluate('where(a > b, a, b)', { a, b });
const mask = evaluate('a > 0.5', { a });
const narrower = evaluate('a * 255', { a }, { dtype: 'uint8', casting: 'unsafe' });
const columns = evaluate('a + b', { a, b }, { order: 'F' });
const perColumn = evaluate('sum(a * b, axis=0)', { a, b });
const total = evaluate('sum(a * b)', { a, b });
const turned = evaluate('t + 1', { t: a.transpose() });
const part = evaluate('p * 2', { p: a.slice('0:10', '5:') });

function reuse(x: np.NDArray, y: np.NDArray) {
  const out = np.empty([400, 300]);
  evaluate('2*x + 3*y', { x, y }, { out });
  return evaluate('out - x', { out, x }, { out });
}

const reused = reuse(a, b);
const hypotenuse = compile('sqrt(x*x + y*y)');
const lengths = hypotenuse({ x: a, y: b });
const single = hypotenuse({ x: a.astype('float32'), y: b.astype('float32') });
const waves = evaluate('x * y', { x: np.zeros([64], 'complex128'), y: np.ones([64]) });
const counted = evaluate('i * 3 + j', { i: np.arange(1000).astype('int32'), j: np.ones([1000], 'int16') });

console.log(squares.shape, same, scaled.shape, larger.shape, mask.dtype, narrower.dtype, columns.shape);
console.log(perColumn, total, turned.shape, part.shape, reused.shape, lengths.shape, single.dtype, waves.dtype, counted.dtype);

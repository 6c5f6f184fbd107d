import { evaluate, narrow, ufunc } from 'bytelens';
import * as np from 'numpy-ts';

const a = np.ones([400, 300]);
const b = np.ones([400, 300]);

function first(x: np.NDArray, y: np.NDArray) {
  return evaluate('2*x + 3*y', { x, y });
}
function added(x: np.NDArray, y: np.NDArray) {
  return ufunc.add(x, y);
}
function narrowed(x: np.NDArray) {
  return narrow(x, 'uint8');
}
function outer(x: np.NDArray) {
  return ufunc.multiply.outer(x, x);
}
function folded(x: np.NDArray) {
  return evaluate('sum(x, axis=0)', { x });
}
function running(x: np.NDArray) {
  return ufunc.add.accumulate(x, { axis: 1 });
}
function column(x: np.NDArray) {
  return evaluate('x * 2', { x: x.slice(':', '1:') });
}
function columnSum(x: np.NDArray) {
  return ufunc.add.reduce(x);
}
function several(x: np.NDArray, y: np.NDArray) {
  const s = evaluate('x * y', { x, y });
  const t = evaluate('s > 0.5', { s });
  s.dispose();
  return t;
}

console.log(narrowed(a).shape, outer(np.arange(500)).shape, added(a, b).shape, first(a, b).shape, folded(a));
console.log(running(a).shape, column(a).shape, columnSum(np.ones([3, 90_000])), several(a, b).shape);

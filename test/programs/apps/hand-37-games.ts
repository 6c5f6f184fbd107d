import * as np from 'numpy-ts';

// heat equation, cellular automaton, Floyd–Warshall, Sudoku-like checks
function heat(n = 200, steps = 20, alpha = 0.1): np.NDArray {
  let u = np.zeros([n, n]);
  u.slice('0').fill(100);
  for (let k = 0; k < steps; k++) {
    const lap = u.slice(':-2', '1:-1').add(u.slice('2:', '1:-1')).add(u.slice('1:-1', ':-2')).add(u.slice('1:-1', '2:')).subtract(u.slice('1:-1', '1:-1').multiply(4));
    const next = u.copy();
    np.copyto(next.slice('1:-1', '1:-1'), u.slice('1:-1', '1:-1').add(lap.multiply(alpha)));
    u = next;
  }
  return u;
}
const u = heat();
console.log(u.dtype, u.shape, (u.mean() as number).toFixed(4));

function rule(number: number, width = 81, generations = 40): np.NDArray {
  const table = np.array(Array.from({ length: 8 }, (_, i) => (number >> i) & 1), 'uint8');
  const rows = np.zeros([generations, width], 'uint8');
  rows.set([0, width >> 1], 1);
  for (let g = 1; g < generations; g++) {
    const prev = rows.slice(String(g - 1));
    const code = np.roll(prev, 1).multiply(4).add(prev.multiply(2)).add(np.roll(prev, -1));
    np.copyto(rows.slice(`${g}`), np.take(table, code));
  }
  return rows;
}
const r30 = rule(30);
console.log(r30.dtype, r30.sum());

function floyd(w: np.NDArray): np.NDArray {
  let d = w.copy();
  for (let k = 0; k < w.shape[0]; k++) {
    const via = np.expand_dims(d.slice(':', String(k)), 1).add(np.expand_dims(d.slice(String(k)), 0));
    d = np.minimum(d, via);
  }
  return d;
}
const w = np.full([6, 6], Infinity);
np.fill_diagonal(w, 0);
for (let i = 0; i < 5; i++) w.set([i, i + 1], i + 1);
console.log(w.dtype, floyd(w).get([0, 5]));

const board = np.arange(81).reshape(9, 9).mod(9).add(1).astype('uint8');
const boxes = board.reshape(3, 3, 3, 3).transpose([0, 2, 1, 3]).reshape(9, 9);
const ok = Array.from({ length: 9 }, (_, i) => (np.unique(boxes.slice(String(i))) as np.NDArray).size === 9);
console.log(boxes.shape, boxes.dtype, ok.filter(Boolean).length);
const markov = np.array([[0.9, 0.1], [0.5, 0.5]]);
let state = np.array([1, 0]).astype('float64');
for (let i = 0; i < 50; i++) state = state.matmul(markov);
console.log(np.round(state, 4).tolist(), state.dtype);
const fib = [1, 1];
while (fib.length < 12) fib.push(fib.at(-1)! + fib.at(-2)!);
const fa = np.array(fib);
console.log(fa.slice('1:').divide(fa.slice(':-1')).slice('-1').tolist(), fa.dtype, fa.shape);

import * as np from 'numpy-ts';
// copies in loops and closures
const base = np.linspace(0, 1, 50000);
const history: np.NDArray[] = [];
const state = base.copy();
for (let i = 0; i < 4; i++) {
  history.push(state.copy());
  state.slice(`${i * 10}:${i * 10 + 10}`).fill(i);
}
console.log(history.map((h) => Number(h.sum()).toFixed(4)).join(' '), Number(base.sum()).toFixed(3));
function sorted(a: np.NDArray): np.NDArray {
  return np.sort(a.copy());
}
const s = sorted(base);
console.log(Number(s.get([0])), Number(s.get([49999])));
const readonlyCopy = base.copy();
const mean = Number(readonlyCopy.mean());
const centred = readonlyCopy.subtract(mean);
console.log(Number(centred.sum()).toFixed(6));
const before = base.copy();
const update = () => base.set([0], 77);
update();
console.log(Number(before.get([0])), Number(base.get([0])));
const grid = np.zeros([300, 300]);
const left = grid.slice(':', '0:150').copy();
const right = grid.slice(':', '150:').copy();
left.fill(2);
console.log(Number(grid.sum()), Number(left.sum()), Number(right.sum()));
let prev = grid.copy();
for (let i = 1; i <= 3; i++) {
  grid.slice(`${i}`, ':').fill(i);
  const changed = grid.not_equal(prev);
  console.log(Number(changed.sum()));
  prev = grid.copy();
}
const t = grid.T.copy();
const flatT = t.reshape(90000);
const firstFlat = flatT.slice('0:5').tolist();
console.log(firstFlat);
const chunk = grid.slice('0:10', '0:10').copy();
grid.fill(8);
console.log(Number(chunk.sum()));

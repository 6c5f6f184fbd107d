import * as np from 'numpy-ts';

const history: np.NDArray[] = [];
let state = np.linspace(0, 1, 100_000) as np.NDArray;
for (let i = 0; i < 4; i++) {
  state = state.multiply(0.5);
  history.push(state);
}
console.log(history.map((each) => Number(np.sum(each)).toFixed(6)));

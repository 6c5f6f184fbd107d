import * as np from 'numpy-ts';

const x = np.full([400, 400], 0.5, 'float32');
const halved = x.divide(2);
const root = np.sqrt(x);
const running = np.cumsum(x, 0);
const mean = np.mean(x, 0) as np.NDArray;
console.log([halved, root, running, mean].map((each) => Number(np.max(each)).toFixed(4)));

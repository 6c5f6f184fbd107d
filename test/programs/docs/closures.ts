import * as np from 'numpy-ts';

function makeFilter(width: number): (signal: np.NDArray) => np.NDArray {
  const kernel = np.ones([width]).divide(width);
  return (signal) => np.convolve(signal, kernel, 'valid');
}

const smooth3 = makeFilter(3);
const smooth9 = makeFilter(9);
const signal = np.sin(np.linspace(0, 10, 400));
const a = smooth3(signal);
const b = smooth9(signal);
const c = smooth9(a);

let calls = 0;
const counted = (x: np.NDArray) => {
  calls++;
  return x.multiply(calls);
};
const d = counted(counted(np.ones([5])));
console.log(a.shape, b.shape, c.shape, d.tolist(), calls);

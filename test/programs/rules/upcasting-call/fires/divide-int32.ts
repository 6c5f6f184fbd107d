import * as np from 'numpy-ts';

function halves(ticks: np.NDArray): np.NDArray {
  // expect: upcasting-call <<ticks.divide(2)>>
  return ticks.divide(2);
}

const ticks = np.full([150_000], 70_001, 'int32');
const result = halves(ticks);
console.log(Number(np.max(result)), Number(np.max(ticks)));

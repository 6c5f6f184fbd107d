import * as np from 'numpy-ts';

function toRadians(degrees: np.NDArray): np.NDArray {
  // expect: upcasting-call <<np.radians(degrees)>>
  return np.radians(degrees);
}

const bearings = np.zeros([500, 400], 'int16');
const radians = toRadians(bearings);
console.log(Number(np.sum(radians)), Number(np.sum(bearings)));

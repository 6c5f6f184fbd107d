import * as np from 'numpy-ts';

const front = np.full([600, 600], 0.75, 'float32');
const back = np.full([600, 600], 0.25, 'float32');
const alpha = np.full([600, 600], 0.5, 'float32');
// expect: temporary-heavy <<front.multiply(alpha).add(back.multiply(alpha.multiply(-1).add(1)))>>
const mixed = front.multiply(alpha).add(back.multiply(alpha.multiply(-1).add(1)));
console.log(Number(np.max(mixed)), Number(np.min(mixed)));

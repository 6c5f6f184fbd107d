import * as np from 'numpy-ts';

const keys = np.arange(0, 60_000, 1, 'uint16');
// Positions as float64: four times the keys.
// expect: upcasting-call <<np.argsort(keys)>>
const order = np.argsort(keys);
console.log(Number(np.sum(order)), Number(np.sum(keys)));

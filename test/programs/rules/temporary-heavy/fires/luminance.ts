import * as np from 'numpy-ts';

const red = np.full([400, 400], 0.25);
const green = np.full([400, 400], 0.5);
const blue = np.full([400, 400], 0.75);
// expect: temporary-heavy <<red.multiply(0.299).add(green.multiply(0.587)).add(blue.multiply(0.114))>>
const grey = red.multiply(0.299).add(green.multiply(0.587)).add(blue.multiply(0.114));
console.log(Number(np.max(grey)).toFixed(9), grey.size);

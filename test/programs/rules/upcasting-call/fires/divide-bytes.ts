import * as np from 'numpy-ts';

const image = np.full([512, 512], 128, 'uint8');
// 1 byte a pixel becomes 8, and both are kept.
// expect: upcasting-call <<image.divide(256)>>
const unit = image.divide(256);
console.log(Number(np.sum(unit)), Number(np.max(image)));

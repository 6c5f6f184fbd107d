import * as np from 'numpy-ts';

const image = np.arange(300 * 300).reshape(300, 300);
// expect: needless-copy <<image.copy()>>
const work = image.copy();
console.log(Number(np.sum(work)), Number(np.max(image)));

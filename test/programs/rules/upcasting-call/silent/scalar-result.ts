import * as np from 'numpy-ts';

const image = np.full([1024, 1024], 3, 'uint8');
console.log(Number(np.sum(image)), Number(np.mean(image)), Number(np.std(image)));

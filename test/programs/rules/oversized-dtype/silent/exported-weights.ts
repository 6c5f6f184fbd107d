import * as np from 'numpy-ts';

export const weights = np.zeros([512, 512]);
export const bias = np.ones([65536]);
console.log(weights.shape, bias.shape);

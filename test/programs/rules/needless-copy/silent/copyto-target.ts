import * as np from 'numpy-ts';

const background = np.full([250, 250], 2);
const canvas = np.copy(background);
np.copyto(canvas.slice(':10'), np.zeros([10, 250]));
np.fill_diagonal(canvas, 9);
console.log(Number(np.sum(background)), Number(np.sum(canvas)));

import * as np from 'numpy-ts';

const grid = np.ones([400, 200]);
// `ravel` of a contiguous array is a view.
// expect: needless-copy <<grid.flatten()>>
const flat = grid.flatten();
console.log(flat.size, Number(np.sum(flat)));

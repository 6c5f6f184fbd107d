import * as np from 'numpy-ts';

// `ravel` of a transposed array copies as well.
const m = np.arange(90_000).reshape(300, 300);
const columns = m.T.flatten();
console.log(columns.slice(':5').tolist(), Number(np.sum(m)));

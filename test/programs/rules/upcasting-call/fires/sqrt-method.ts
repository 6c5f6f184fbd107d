import * as np from 'numpy-ts';

const squares = np.full([500, 300], 81, 'int16');
// expect: upcasting-call <<squares.sqrt()>>
const roots = squares.sqrt();
console.log(Number(np.max(roots)), Number(np.max(squares)));

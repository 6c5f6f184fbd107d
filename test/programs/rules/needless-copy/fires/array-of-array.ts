import * as np from 'numpy-ts';

const table = np.arange(120_000).reshape(300, 400);
// expect: needless-copy <<np.array(table)>>
const again = np.array(table);
console.log(Number(np.sum(again)), table.size);

import * as np from 'numpy-ts';

const start = Number(process.env['FILL_VALUE'] ?? 3);
const grid = np.zeros([512, 512]);
grid.slice('10:20').fill(start);
console.log(Number(np.sum(grid)));

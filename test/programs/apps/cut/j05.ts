import * as np from 'numpy-ts';
let n = 3;
process.on('exit', () => { n = 9; });
const ok = [1].map((x) => JSON.parse('{"a":1}', () => x));
console.log(np.zeros([n]).shape, ok);

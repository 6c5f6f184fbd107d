import * as np from 'numpy-ts';
let n = 3;
setTimeout(() => { n = 9; }, 0);
{ let x = await new Promise((r) => setTimeout(r, 5)); }
console.log(np.zeros([n]).shape);

import * as np from 'numpy-ts';
const o = {};
if (process.argv.length > 99) o.x = 1;
o.y = 2; o.x = 3;
console.log(np.zeros(Object.values(o)).shape);
const [first] = Object.values({ ...o });
console.log(np.zeros([first]).shape);

import * as np from 'numpy-ts';
const config: any = { n: np.zeros([3]) };
function load() { interface config { a: number } config.n = np.ones([5]); const c: config = { a: 1 }; return c; }
load();
console.log(config.n.shape);

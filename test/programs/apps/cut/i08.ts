import * as np from 'numpy-ts';
import './lib_i08.ts';
function size(n: number) { if (n > 2) process.exit(1); return n; }
let k = 1;
function go(n: number) { if (n > 2) { k = 5; process.exit(1); } }
go(process.argv.length > 0 ? 3 : 1);
console.log(np.zeros([k]).shape, size(1));

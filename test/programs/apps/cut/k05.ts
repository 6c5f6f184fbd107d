import * as np from 'numpy-ts';
let n = 3;
function f() { n = 5; return 'k'; }
class O { [f()]() {} }
console.log(np.zeros([n]).shape);

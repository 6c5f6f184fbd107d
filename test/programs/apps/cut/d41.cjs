const np = require('numpy-ts');
const o = { a: np.zeros([3]) };
exports.o = o;
module.exports.o.a = np.ones([5]);
console.log(o.a.copy().shape);

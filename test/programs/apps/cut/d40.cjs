const np = require('numpy-ts');
exports.a = np.zeros([3]);
module.exports.a = np.ones([5]);
console.log(exports.a.shape);

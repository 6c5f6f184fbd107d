const np = require('numpy-ts');
let size = 3;
let state = np.zeros([3]);
module.exports = { grow() { state = np.zeros([size]); } };
size = 9;
module.exports.grow();
console.log(state.copy().shape);

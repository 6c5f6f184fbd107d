const np = require('numpy-ts');
let state = np.zeros([3]);
exports.grow = () => { state = np.ones([5]); };
this.grow();
console.log(state.copy().shape);

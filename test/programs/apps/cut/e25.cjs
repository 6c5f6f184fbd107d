const np = require('numpy-ts');
let size = 3;
let state = np.zeros([3]);
grow = () => { state = np.zeros([size]); };
size = 9;
grow();
console.log(state.copy().shape);

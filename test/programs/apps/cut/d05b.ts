import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
function grow() { state = np.ones([5]); return 'k'; }
class O { [grow()](grow: number) { return grow; } }
console.log(state.copy().shape);

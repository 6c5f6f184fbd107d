import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
class S { static { var x = 1; state = np.ones([5]); } static y = (state = np.ones([6])); }
lab: { var late = np.ones([2]); break lab; }
console.log(state.copy().shape, late.copy().shape);
var late = np.ones([4]);
try { throw { v: np.ones([8]) }; } catch ({ v: state2 }) { var late = (state2 as any); }
console.log(late.copy().shape);

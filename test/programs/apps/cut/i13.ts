import * as np from 'numpy-ts';
interface JSON { tag: 1 }
const M: any = Math;
type Math = number;
M.floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

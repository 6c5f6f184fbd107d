import * as np from 'numpy-ts';
let f: any = Math.floor;
const o: any = {};
(o.x ??= Math).floor = () => 7;
console.log(np.zeros([Math.floor(3.5)]).shape);

import * as np from 'numpy-ts';
function patch(o: any) { o.floor = () => 7; }
patch(Math);
console.log(np.zeros([Math.floor(3.5)]).shape);

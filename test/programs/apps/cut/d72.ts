import * as np from 'numpy-ts';
class Patch { constructor(t: any) { t.floor = () => 7; } }
new Patch(Math);
console.log(np.zeros([Math.floor(3.5)]).shape);

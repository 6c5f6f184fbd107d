import * as np from 'numpy-ts';
for ((Math as any).floor of [() => 7]);
console.log(np.zeros([Math.floor(3.5)]).shape);

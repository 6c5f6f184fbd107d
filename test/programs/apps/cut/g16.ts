import * as np from 'numpy-ts';
({ f: Math.floor } = { f: (x: number) => 7 });
console.log(np.zeros([Math.floor(3.5)]).shape);

import * as np from 'numpy-ts';
import './lib_e39.ts';
const q = np.zeros([200000]);
q.dispose();
const r = np.zeros([100000]);
console.log(r.shape);

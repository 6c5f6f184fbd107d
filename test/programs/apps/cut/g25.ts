import * as np from 'numpy-ts';
import fs from 'node:fs';
let size = 3;
let state: any = np.zeros([3]);
(fs as any).hook = () => { state = np.zeros([size]); };
size = 9;
(fs as any).hook();
console.log(state.copy().shape);

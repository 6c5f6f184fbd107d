import * as np from 'numpy-ts';
import fs from 'node:fs';
const o: any = { a: np.zeros([3]) };
(fs as any).shared = o;
(fs as any).shared.a = np.ones([5]);
console.log(o.a.copy().shape);

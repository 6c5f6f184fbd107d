import * as np from 'numpy-ts';
import { setEnvironmentData, getEnvironmentData } from 'node:worker_threads';
const o: any = { a: np.zeros([3]) };
setEnvironmentData('o', o);
(getEnvironmentData('o') as any).a = np.ones([5]);
console.log(o.a.copy().shape);

import { setEnvironmentData as put, getEnvironmentData as get } from 'node:worker_threads';
import * as np from 'numpy-ts';
const o: any = { a: np.zeros([3]) };
put('o', o);
o.a = np.zeros([4]);
(get('o') as any).a = np.ones([5]);
console.log(o.a.copy().shape);

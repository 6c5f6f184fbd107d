import * as np from 'numpy-ts';
declare let shared: any;
export function poke() { shared.o.a = np.ones([5]); }

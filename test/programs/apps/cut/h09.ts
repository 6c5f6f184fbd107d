import * as np from 'numpy-ts';
class Store<cache> { static all: any = {}; put(k: string, v: cache) { cache[k] = v; return this; } }
const cache: any = { m: np.zeros([400000]) };
new Store<any>().put('m', np.linspace(0, 2000, 400000));
console.log(Number(np.max(cache.m)));

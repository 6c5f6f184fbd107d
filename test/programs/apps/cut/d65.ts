import * as np from 'numpy-ts';
function push(list: any[]) { list.push(np.ones([5])); }
const list: any[] = [np.zeros([3])];
const fns = { push };
const { push: p } = fns;
p(list);
console.log(list[1].shape, list[0].shape);
const it = (function* () { yield list; })();
it.next().value!.unshift(np.ones([9]));
console.log(list[0].shape);

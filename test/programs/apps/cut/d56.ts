import * as np from 'numpy-ts';
const tag = (s: TemplateStringsArray): any => s;
const get = () => tag`x`;
const reg = new WeakMap<object, any>();
reg.set(get(), np.zeros([3]));
const get2 = get;
reg.set(get2(), np.ones([5]));
console.log(reg.get(get()).shape);

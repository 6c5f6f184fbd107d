import * as np from 'numpy-ts';
const items: any[] = [np.zeros([3])];
class Reg<items> { add(x: items) { items.unshift(np.ones([5])); return x; } }
new Reg().add(1);
console.log(items[0].copy().shape);

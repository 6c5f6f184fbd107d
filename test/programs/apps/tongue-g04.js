import * as np from 'numpy-ts';
class L {
  constructor() { this.ready = this.init(); }
  async init() { await null; this.a = np.zeros([3]); }
}
const l = new L();
l.a = np.zeros([7], 'int8');
await l.ready;
console.log(l.a.add(1).shape);

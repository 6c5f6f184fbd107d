import * as np from 'numpy-ts';
class L {
  n = 1;
  constructor() { this.ready = this.load(); }
  async load() { await null; this.n = 3; }
  set(n) { this.n = n; return this; }
}
const l = new L().set(5);
await l.ready;
console.log(np.zeros([l.n]).shape);

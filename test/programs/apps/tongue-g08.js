import * as np from 'numpy-ts';
class L { m = new Map([['k', 1]]); constructor() { this.ready = this.init(); } async init() { await null; this.m.set('k', 3); this.l = [1]; } }
const l = new L(); l.m.set('k', 7); l.l = [4];
await l.ready;
console.log(np.zeros([l.m.get('k')]).shape, np.zeros(l.l).shape);

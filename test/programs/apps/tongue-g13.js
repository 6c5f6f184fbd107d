import * as np from 'numpy-ts';
class R { n = 2; b; } 
class A { constructor() { this.init(); } init() { this.m = 2; } }
class B extends A { m; }
console.log(np.zeros([new B().m ?? 6]).shape, np.zeros([Object.keys(new R()).length]).shape);

import * as np from 'numpy-ts';
class S { constructor() { if (S.i) return S.i; S.i = this; } }
class T extends S { e = 4; }
const s = new S(), t = new T();
console.log(np.zeros([t instanceof T ? 1 : 2]).shape, np.zeros([s.e ?? 6]).shape);

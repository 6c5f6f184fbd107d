import * as np from 'numpy-ts';
const Cfg: any = { n: np.zeros([3]) };
function load() { type Cfg = { n: number }; Cfg.n = np.ones([5]); return null as unknown as Cfg; }
load();
console.log(Cfg.n.copy().shape);

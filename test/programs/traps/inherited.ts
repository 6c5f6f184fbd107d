// @ts-nocheck -- what all objects have
import * as np from 'numpy-ts';
const a = np.ones([4]);
np.zeros([a.constructor ? 4 : 5]);
np.zeros([a.valueOf().size]);
np.zeros([a.hasOwnProperty('x') ? 1 : 2]);
np.zeros([a.nothing ? 1 : 2]);
const t = new Float32Array(3);
np.zeros([t.constructor === Float32Array ? 1 : 2]);
np.zeros([t.valueOf().length]);
np.zeros([t.hasOwnProperty(1) ? 1 : 2]);
const o = { n: 3 };
np.zeros([o.constructor ? 4 : 5]);
np.zeros([o.toString ? 4 : 5]);
np.zeros([o.hasOwnProperty('n') ? 4 : 5]);
const l = [1, 2];
np.zeros([l.constructor ? 4 : 5]);
np.zeros([l.toString ? 4 : 5]);
class A { m() { return 1; } }
const x = new A();
np.zeros([x.constructor === A ? 4 : 5]);
np.zeros([x.toString ? 4 : 5]);
np.zeros([x.valueOf() === x ? 4 : 5]);
np.zeros([A.name.length]);
np.zeros([A.length + 1]);
np.zeros([A.toString ? 4 : 5]);
function f(q, r) {}
np.zeros([f.length]);
np.zeros([f.name.length]);
np.zeros([f.call ? 4 : 5]);
np.zeros(['abc'.constructor ? 4 : 5]);
np.zeros([(5).constructor ? 4 : 5]);

// @ts-nocheck -- what values are instances of
import * as np from 'numpy-ts';
class A { x = np.zeros([2]); }
class B extends A { y = 3; }
class C { static [Symbol.hasInstance](v) { return v === 3; } }
class D extends Array {}
function kind(v: any) {
  if (v instanceof B) return np.zeros([1]);
  if (v instanceof A) return np.zeros([2]);
  if (v instanceof np.NDArray) return v.add(1);
  if (v instanceof Float32Array) return np.array(v);
  if (Array.isArray(v)) return np.zeros([5]);
  if (typeof v === 'number') return np.zeros([v]);
  if (typeof v === 'string') return np.zeros([v.length]);
  return np.zeros([9]);
}
console.log(kind(new A()).shape, kind(new B()).shape, kind(np.ones([7])).shape, kind(new Float32Array(6)).shape, kind([1]).shape, kind(8).shape, kind('abc').shape, kind(null).shape, kind({}).shape);
np.zeros([3 instanceof C ? 4 : 5]);
np.zeros([new D() instanceof Array ? 4 : 5]);
np.zeros([[] instanceof Array ? 4 : 5]);
np.zeros([new B() instanceof A ? 4 : 5]);
np.zeros([new A() instanceof B ? 4 : 5]);
np.zeros([(() => 1) instanceof Function ? 4 : 5]);
np.zeros([({}) instanceof Object ? 4 : 5]);
np.zeros([new Map() instanceof Map ? 4 : 5]);
np.zeros([new Error('x') instanceof Error ? 4 : 5]);
np.zeros([np.split(np.ones([4]), 2)[0] instanceof np.NDArray ? 4 : 5]);
np.zeros([np.ones([4]) instanceof np.NDArrayCore ? 4 : 5]);
np.zeros([new Uint8ClampedArray(4) instanceof Uint8Array ? 4 : 5]);
np.zeros([Object.create(A.prototype) instanceof A ? 4 : 5]);
const o = Object.setPrototypeOf({}, A.prototype); np.zeros([o instanceof A ? 4 : 5]);
let u: any = Math.random() > 2 ? 3 : np.ones([4]);
if (u instanceof np.NDArray) u.add(1);
if (typeof u !== 'number') u.add(2);
if (typeof u === 'object') u.add(3); else np.zeros([u]);

// @ts-nocheck
import * as np from 'numpy-ts';
// discriminated unions, typeof
type L = { kind: 'dense'; w: number } | { kind: 'drop'; p: number } | { kind: 'flat' };
const layers: L[] = [{ kind: 'dense', w: 4 }, { kind: 'drop', p: 0.5 }, { kind: 'flat' }, { kind: 'dense', w: 2 }];
let h = np.zeros([3, 5, 1], 'float32');
for (const l of layers) {
  switch (l.kind) {
    case 'dense': h = np.matmul(h.reshape([h.shape[0], h.size / h.shape[0]]), np.zeros([h.size / h.shape[0], l.w])); break;
    case 'drop': h = h.multiply(l.p); break;
    case 'flat': h = h.reshape([h.shape[0], -1]); break;
  }
}
h.sum();
function toArr(x) {
  if (typeof x === 'number') return np.full([1], x);
  if (typeof x === 'string') return np.zeros([x.length]);
  if (typeof x === 'boolean') return np.array([x]);
  if (Array.isArray(x)) return np.array(x);
  if (x instanceof Float32Array) return np.array(x);
  if (x instanceof Map) return np.array([...x.values()]);
  if (x instanceof np.NDArray) return x;
  if (x == null) return np.zeros([0]);
  if (typeof x === 'function') return toArr(x());
  if (typeof x === 'object' && 'data' in x) return toArr(x.data);
  return np.zeros([99]);
}
toArr(3); toArr('abc'); toArr(true); toArr([1, 2]); toArr(new Float32Array(3)); toArr(new Map([[1, 2]])); toArr(np.ones([2, 2])); toArr(null); toArr(); toArr(() => [1, 2, 3]); toArr({ data: [[1]] }); toArr({}); toArr(Symbol('x')); toArr(5n); toArr(class A {}.name);
for (const v of [1, 'ab', null, [1], np.zeros([2]), undefined, { data: 'xyz' }]) toArr(v).add(0);
class Node1 { constructor(v) { this.v = v; } } class Leaf extends Node1 {} class Pair extends Node1 { constructor(l, r) { super(null); this.l = l; this.r = r; } }
function evalN(n) { return n instanceof Leaf ? n.v : n instanceof Pair ? np.concatenate([evalN(n.l), evalN(n.r)]) : np.zeros([0]); }
evalN(new Leaf(np.zeros([2]))); evalN(new Pair(new Leaf(np.zeros([2])), new Pair(new Leaf(np.zeros([3])), new Node1(1))));
const o = Object.create(Leaf.prototype); np.zeros([o instanceof Leaf ? 1 : 2]);
const pl = { v: 1 }; np.zeros([pl instanceof Leaf ? 1 : 2]); Object.setPrototypeOf(pl, Leaf.prototype); np.zeros([pl instanceof Leaf ? 1 : 2]);
const lit = { __proto__: Leaf.prototype, v: 2 }; np.zeros([lit instanceof Leaf ? 1 : 2]);
function Fn() { this.q = 3; } np.zeros([new Fn() instanceof Fn ? 1 : 2]); Fn.prototype.m = function () { return this.q; }; np.zeros([new Fn().m()]);
np.zeros([[] instanceof Object ? 1 : 2, (() => 1) instanceof Function ? 1 : 2]); np.zeros([new Leaf(1).constructor === Leaf ? 1 : 2]);
np.zeros([typeof null === 'object' ? 1 : 2, typeof undefined === 'undefined' ? 1 : 2, typeof Leaf === 'function' ? 1 : 2, typeof np.zeros === 'function' ? 1 : 2, typeof NaN === 'number' ? 1 : 2]);
class MyArr extends Array {} const ma = MyArr.from([1, 2, 3]); np.zeros([ma instanceof MyArr ? 1 : 2, Array.isArray(ma) ? 1 : 2, ma.length]); const mm = ma.map((q) => q); np.zeros([mm instanceof MyArr ? 1 : 2]);
const err = new RangeError('x'); np.zeros([err instanceof Error ? 1 : 2]); try { np.zeros([2]).reshape([3]); } catch (e) { np.zeros([e instanceof Error ? 1 : 2]); np.zeros([e instanceof TypeError ? 1 : 2]); }
const w = np.where(np.array([true]), 1, 2); np.zeros([w instanceof np.NDArray ? 1 : 2]); np.zeros([np.zeros([1]) instanceof np.NDArray ? 1 : 2]);

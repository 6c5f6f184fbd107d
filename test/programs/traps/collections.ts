// @ts-nocheck -- what maps and sets hold, and in which order
import * as np from 'numpy-ts';
const m = new Map([['a', np.zeros([2])], ['b', np.zeros([3], 'int8')]]);
m.get('a').add(1);
m.get('b').add(1);
m.set('c', np.zeros([4]));
m.set('a', np.zeros([5]));
np.zeros([m.size]);
for (const [k, v] of m) np.concatenate([v, np.zeros([k.length])]);
for (const v of m.values()) v.add(2);
const flag = process.argv.length > 99;
if (flag) m.set('d', np.zeros([6]));
np.zeros([m.size]);
for (const v of m.values()) v.add(3);
m.get('c').add(1);
np.zeros([m.has('d') ? 1 : 2]);
m.delete('a');
np.zeros([m.has('a') ? 1 : 2]);
// Grown while a loop goes over it.
const grows = new Map([[1, np.zeros([1])]]);
for (const [k, v] of grows) { if (k < 4) grows.set(k + 1, np.zeros([k + 1])); v.add(1); }
np.zeros([grows.size]);
const later = new Set([1, 2]);
for (const n of later.values()) { if (later.size < 4) later.add(n + 10); np.zeros([n]); }
// Deleted while a loop goes over it.
const shrinks = new Map([['a', 1], ['b', 2], ['c', 3], ['d', 4]]);
for (const [k, n] of shrinks) { shrinks.delete(k); shrinks.set('x' + n, 9); if (shrinks.size > 4 || n === 9) break; np.zeros([n]); }
const moved = new Map([['a', 1], ['b', 2]]);
moved.delete('a'); moved.set('a', 3);
np.zeros([...moved.values()]);
np.zeros([...moved.keys()].join('') === 'ba' ? [1] : [2]);
// The order depends on a branch.
const order = new Map();
if (flag) { order.set('x', 1); order.set('y', 2); } else { order.set('y', 2); order.set('x', 1); }
np.zeros([...order.values()]);
for (const [, n] of order) { np.zeros([n]); break; }
const fields = {};
if (flag) { fields.x = 1; fields.y = 2; } else { fields.y = 2; fields.x = 1; }
np.zeros(Object.values(fields));
// Keys that are the same, or not.
const keys = new Map();
keys.set(0, 1); keys.set(-0, 2); keys.set('0', 3); keys.set(NaN, 4); keys.set(NaN, 5); keys.set(null, 6); keys.set(undefined, 7); keys.set(true, 8);
np.zeros([keys.size]);
np.zeros([keys.get(0), keys.get('0')]);
const o1 = {}, o2 = {};
const objects = new Map([[o1, np.zeros([2])], [o2, np.zeros([3])]]);
objects.get(o1).add(1);
np.zeros([objects.size]);
const set = new Set(['a', 'b', 'a', 'c']);
np.zeros([set.size]);
const text = 'the cat and the dog and the bird';
const vocab = new Set(text.split(' '));
np.zeros([vocab.size, 2]);
const counts = new Map();
for (const w of text.split(' ')) counts.set(w, (counts.get(w) ?? 0) + 1);
np.zeros([counts.get('the'), counts.size]);
np.array([...counts.values()]);
// Through other names, functions, and code that is not seen.
const alias = m; alias.set('z', np.zeros([8])); m.get('z').add(1);
function put(map, key, value) { map.set(key, value); return map; }
put(m, 'q', np.zeros([9])).get('q').add(1);
const given = new Map([['a', 1]]); globalThis.setTimeout(() => given.set('b', 2), 0); np.zeros([given.size]);
const copy = new Map(m); copy.set('b', np.zeros([7])); m.get('b').add(1); copy.get('b').add(1);
const nested = new Map([['m', new Map([['n', np.zeros([3])]])]]); nested.get('m').get('n').add(1);
m.clear(); np.zeros([m.size + 1]);
const key = flag ? 'u' : 'v'; const unsure = new Map([['u', 1], ['v', 2]]); unsure.set(key, 5); np.zeros([unsure.get('u'), unsure.get('v')]); np.zeros([unsure.size]);
const absent = new Map([['u', np.zeros([3])]]); (absent.get('w') ?? np.zeros([4])).add(1);
[1, 2, 3].forEach((n) => counts.set('n' + n, n)); np.zeros([counts.size]);
const group = new Map();
for (const [k, v] of [['a', 1], ['b', 2], ['a', 3]]) { const l = group.get(k) ?? []; l.push(v); group.set(k, l); }
np.zeros(group.get('a')); np.zeros([group.get('b').length]);

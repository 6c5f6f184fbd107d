// @ts-nocheck
import * as np from 'numpy-ts';
// recursion with maps; deletes on the way back
const path = new Set(); const out = [];
function walk(n, g) { if (path.has(n)) { out.push(path.size); return; } path.add(n); for (const k of g[n] ?? []) walk(k, g); path.delete(n); }
walk('a', { a: ['b', 'c'], b: ['c'], c: ['a'] }); np.zeros([path.size + 1]); np.zeros(out);
const used = new Set(); const perms = []; const cur = [];
function perm(xs) { if (cur.length === xs.length) { perms.push([...cur]); return; } for (const x of xs) { if (used.has(x)) continue; used.add(x); cur.push(x); perm(xs); cur.pop(); used.delete(x); } }
perm([1, 2, 3]); np.zeros([perms.length]); np.zeros(perms[1]); np.zeros([used.size + 1]); np.zeros([cur.length + 1]);
const depth = new Map(); function d(t, n = 1) { depth.set(t.id, n); for (const k of t.kids ?? []) d(k, n + 1); return depth; } d({ id: 'r', kids: [{ id: 'x', kids: [{ id: 'y' }] }, { id: 'z' }] }); np.zeros([...depth.values()]); np.zeros([depth.get('y')]);
const cnt = new Map(); function c(n) { cnt.set(n, (cnt.get(n) ?? 0) + 1); if (n > 1) { c(n - 1); c(n - 2); } } c(4); np.zeros([cnt.get(1), cnt.get(2), cnt.size]);
const stackm = new Map([['v', 1]]); function enter(n) { const old = stackm.get('v'); stackm.set('v', n); if (n < 4) enter(n + 1); np.zeros([stackm.get('v')]); stackm.set('v', old); } enter(2); np.zeros([stackm.get('v')]);
const tmp = new Set(); function visit(n) { tmp.add(n); if (n > 0) visit(n - 1); tmp.delete(n); return tmp.size; } np.zeros([visit(3) + 1]); np.zeros([tmp.size + 1]); 
const ord = new Map([['a', 1], ['b', 2]]); function bump(n) { if (n === 0) return; const k = n % 2 ? 'a' : 'b'; const v = ord.get(k); ord.delete(k); ord.set(k, v); bump(n - 1); } bump(2); np.zeros([...ord.values()]); bump(3); np.zeros([...ord.values()]);
const E = new Map(); function ev(e) { if (typeof e === 'number') return e; if (typeof e === 'string') return E.get(e); const [op, a, b] = e; if (op === 'let') { E.set(a, ev(b)); return E.get(a); } return op === '+' ? ev(a) + ev(b) : ev(a) * ev(b); } np.zeros([ev(['+', 2, ['*', 2, 1]])]); np.zeros([ev(['let', 'x', ['+', 1, 2]])]); np.zeros([ev(['*', 'x', 'x'])]);
const scopes = [new Map()]; const look = (k) => { for (let i = scopes.length - 1; i >= 0; i--) if (scopes[i].has(k)) return scopes[i].get(k); }; scopes[0].set('n', 2); scopes.push(new Map([['n', 5]])); np.zeros([look('n')]); scopes.pop(); np.zeros([look('n')]); np.zeros([look('zz') ?? 3]);
function flat(o, p = '', m = new Map()) { for (const [k, v] of Object.entries(o)) typeof v === 'object' ? flat(v, p + k + '.', m) : m.set(p + k, v); return m; } const fl = flat({ a: 1, b: { c: 2, d: { e: 3 } } }); np.zeros([...fl.values()]); np.zeros([fl.get('b.d.e')]);
function ha(n, from, to, via, pegs) { if (!n) return; ha(n - 1, from, via, to, pegs); pegs.get(to).push(pegs.get(from).pop()); ha(n - 1, via, to, from, pegs); } const pegs = new Map([['A', [3, 2, 1]], ['B', []], ['C', []]]); ha(3, 'A', 'C', 'B', pegs); np.zeros([pegs.get('C').length]); np.zeros(pegs.get('C')); np.zeros([pegs.get('A').length + 1]);

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// as-casts, optional calls, nullish assignment
interface S { n: number; opt?: { m: number }; f?: () => number }
const s: S = { n: 2 };
(s as { n: number }).n = 5;
console.log(np.zeros([s.n]).shape);
(s as any)['n'] = 6;
console.log(np.zeros([s.n]).shape);
s.opt ??= { m: 3 };
s.opt ??= { m: 9 };
const alias = s.opt;
alias.m ||= 8; alias.m &&= 4;
console.log(np.zeros([s.opt.m]).shape);
let c = 0;
s.f?.(); s.f = () => (c += 2); s.f?.(); s?.f?.();
console.log(np.zeros([c]).shape);
let cnt = 0;
const side = () => { cnt++; return true; };
(cnt > 5 && side()) || side() || side();
console.log(np.zeros([cnt + 1]).shape);
const nul = null as S | null;
nul?.f?.(); nul?.opt?.[side() ? 'm' : 'm'];
console.log(np.zeros([cnt + 1]).shape);
const keys = ['n', 'm'] as const;
const dyn: Record<string, number> = { n: 3, m: 4, [`k${1 + 1}`]: 7 };
for (const k of keys) dyn[k] += 1;
console.log(np.zeros([dyn.n, dyn.m, dyn.k2]).shape);
delete (dyn as Partial<typeof dyn>).m;
console.log(np.zeros([dyn.m ?? 2]).shape, np.zeros([Object.keys(dyn).length]).shape);
for (const k in dyn) dyn[k] = 8;
console.log(np.zeros([dyn.n]).shape);
const tag = (parts: TemplateStringsArray, o: S) => { o.n = parts.length * 2; return o; };
tag`a${s}b`;
console.log(np.zeros([s.n]).shape);
const make = (k: number) => (j: number) => ({ a: np.zeros([k, j]), inc: () => ++k });
const m1 = make(2); const r1 = m1(3); r1.inc(); const r2 = m1(4);
console.log(r1.a.shape, r2.a.shape);
void (c = 9); c = (c++, c * 2);
console.log(np.zeros([c]).shape);
const sym = Symbol('k');
const bag = { [sym]: 3, n: 4 };
bag[sym] = 6;
console.log(np.zeros([bag[sym]]).shape, np.zeros([bag.n]).shape);
const clone = structuredClone({ n: s.n }); clone.n = 1;
const js = JSON.parse(JSON.stringify(s)) as S; js.n = 11;
console.log(np.zeros([s.n]).shape);
{ using d = { n: 3, [Symbol.dispose]() { c = 5; } }; console.log(np.zeros([d.n]).shape); }
console.log(np.zeros([c]).shape);

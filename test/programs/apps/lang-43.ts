// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// dynamic dispatch tables, plugins, middlewares
type Ctx = { shape: number[]; dtype: 'float64' | 'float32' | 'int32'; trace: string[] };
type Mw = (c: Ctx, next: () => void) => void;
const run = (mws: Mw[], c: Ctx) => { let i = -1; const go = (k: number): void => { if (k <= i) throw new Error('twice'); i = k; mws[k]?.(c, () => go(k + 1)); }; go(0); return np.zeros(c.shape, c.dtype); };
const pad: Mw = (c, next) => { c.shape = c.shape.map((d) => d + 1); next(); c.trace.push('pad'); };
const f32: Mw = (c, next) => { const old = c.dtype; c.dtype = 'float32'; next(); if (c.shape.length > 2) c.dtype = old; };
const batch = (n: number): Mw => (c, next) => { c.shape.unshift(n); next(); };
const stop: Mw = (c) => { c.trace.push('stop'); };
const mk = (): Ctx => ({ shape: [2, 3], dtype: 'float64', trace: [] });
console.log(run([pad, f32], mk()).shape, run([f32], mk()).dtype, run([f32, batch(4)], mk()).dtype, run([f32, batch(4), pad], mk()).shape);
const c = mk(); const r = run([stop, pad], c); console.log(r.shape, np.zeros([c.trace.length]).shape);
const reg = new Map<string, Mw>([['pad', pad], ['f32', f32]]);
const named = (...ns: string[]) => ns.map((n) => reg.get(n)).filter((m): m is Mw => m !== undefined);
console.log(run(named('pad', 'none', 'pad'), mk()).shape, np.zeros([named('x', 'f32').length]).shape);
const handlers: Record<string, (...a: number[]) => np.NDArray> = { zeros: (...s) => np.zeros(s) as np.NDArray, eye: (n, k = n) => np.eye(n, k) as np.NDArray, [`r${1 + 1}`]: (n) => np.ones([n, n]) as np.NDArray };
handlers.alias = handlers.zeros; handlers.zeros = (...s) => np.zeros([...s, 9]) as np.NDArray;
console.log(handlers.alias(2).shape, handlers.zeros(2).shape, handlers.eye(3).shape, handlers['eye'](2, 5).shape, handlers.r2(4).shape);
for (const [k, f] of Object.entries(handlers)) console.log(k, f(2).shape);
class Plugin { static all: Plugin[] = []; opts: { n: number }; constructor(opts: Partial<{ n: number }> = {}) { this.opts = { n: 2, ...opts }; Plugin.all.push(this); } apply(s: number[]) { return [...s, this.opts.n]; } }
new Plugin(); const p3 = new Plugin({ n: 3 }); new Plugin({});
p3.opts.n++;
console.log(np.zeros(Plugin.all.reduce<number[]>((s, p) => p.apply(s), [])).shape);
Plugin.all.sort((a, b) => b.opts.n - a.opts.n); Plugin.all[0].opts = { n: 7 };
console.log(np.zeros(Plugin.all.map((p) => p.opts.n)).shape, np.zeros([p3.opts.n]).shape);
const pipe = (...fs: ((s: number[]) => number[])[]) => (s: number[]) => fs.reduce((a, f) => f(a), s);
const same = [1, 2]; const out = pipe((s) => (s.push(3), s), (s) => s.slice(1), (s) => (s[0] *= 4, s))(same);
console.log(np.zeros(same).shape, np.zeros(out).shape);
const memo = <A extends number[], R>(f: (...a: A) => R) => { const m: Record<string, R> = {}; return (...a: A) => (m[a.join()] ??= f(...a)); };
let calls = 0; const mz = memo((a: number, b: number) => (calls++, np.zeros([a, b])));
mz(2, 3); const same1 = mz(2, 3); mz(3, 2);
console.log(same1.shape, np.zeros([calls]).shape);

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// recursion with aliasing and accumulators below the budget; and mutual
const state = { depth: 0, max: 0, path: [] as number[] };
function dfs(n: number, f: (p: number[]) => void) { state.path.push(n); state.max = Math.max(state.max, state.path.length); f(state.path); for (const c of n < 4 ? [n * 2, n * 2 + 1] : []) dfs(c, f); state.path.pop(); }
let leaves = 0; let longest: number[] = []; let same: number[] | null = null;
dfs(1, (p) => { if (p.length === 3) leaves++; if (p.length > longest.length) longest = [...p]; same = p; });
console.log(np.zeros([leaves]).shape, np.zeros(longest).shape, np.zeros([state.max]).shape, np.zeros([same!.length + 1]).shape);
const subsets = <T>(xs: T[], i = 0, cur: T[] = [], out: T[][] = []): T[][] => { if (i === xs.length) { out.push([...cur]); return out; } subsets(xs, i + 1, cur, out); cur.push(xs[i]); subsets(xs, i + 1, cur, out); cur.pop(); return out; };
const ss = subsets([2, 3, 4]); console.log(np.zeros([ss.length]).shape, np.zeros(ss[7]).shape, np.zeros(ss[1]).shape, np.zeros([ss[0].length]).shape);
const qs = (xs: number[]): number[] => xs.length < 2 ? xs : [...qs(xs.slice(1).filter((x) => x < xs[0])), xs[0], ...qs(xs.slice(1).filter((x) => x >= xs[0]))];
console.log(np.zeros(qs([3, 1, 2])).shape, np.zeros([qs([5, 4, 9, 1])[3]]).shape);
const merge = (a: number[], b: number[]): number[] => !a.length ? b : !b.length ? a : a[0] <= b[0] ? [a[0], ...merge(a.slice(1), b)] : [b[0], ...merge(a, b.slice(1))];
console.log(np.zeros(merge([1, 4], [2, 3])).shape, np.zeros([merge([1, 3, 5, 7, 9, 11, 13], [2, 4, 6, 8, 10, 12, 14]).length]).shape);
const flat = (x: unknown): number[] => Array.isArray(x) ? x.flatMap(flat) : [x as number]; console.log(np.zeros(flat([1, [2, [3, [4]]]])).shape);
const clone = <T>(o: T): T => { if (o === null || typeof o !== 'object') return o; if (Array.isArray(o)) return o.map(clone) as T; const c = {} as T; for (const k in o) c[k] = clone(o[k]); return c; };
const src = { a: { dims: [2, 3] }, n: 4 }; const cp = clone(src); cp.a.dims.push(5); cp.n = 9; console.log(np.zeros(src.a.dims).shape, np.zeros(cp.a.dims).shape, np.zeros([src.n]).shape, np.zeros([cp.n]).shape);
const merge2 = (t: any, s: any) => { for (const [k, v] of Object.entries(s)) if (v && typeof v === 'object' && !Array.isArray(v)) merge2(t[k] ??= {}, v); else t[k] = v; return t; };
const mcfg = merge2({ model: { rows: 2, cols: 3 }, lr: 1 }, { model: { rows: 7 }, extra: { n: 2 } }); console.log(np.zeros([mcfg.model.rows, mcfg.model.cols]).shape, np.zeros([mcfg.extra.n]).shape);
const ping = (n: number, acc: number[]): number[] => n <= 0 ? acc : pong(n - 1, (acc.push(1), acc)); const pong = (n: number, acc: number[]): number[] => n <= 0 ? acc : ping(n - 2, [...acc, 2]); const seedAcc: number[] = []; const pp = ping(8, seedAcc);
console.log(np.zeros([pp.length]).shape, np.zeros([seedAcc.length]).shape);
let count = 0; const tree = (n: number): number => { count++; if (n <= 0) return 1; let s = 0; for (let i = 0; i < 2; i++) s += tree(n - 1 - i); return s; }; console.log(np.zeros([tree(4)]).shape, np.zeros([count]).shape);
const cache = new Map<string, number>(); const grid = (r: number, c: number): number => { if (!r || !c) return 1; const k = `${r},${c}`; if (!cache.has(k)) cache.set(k, grid(r - 1, c) + grid(r, c - 1)); return cache.get(k)!; }; console.log(np.zeros([grid(2, 3)]).shape, np.zeros([cache.size]).shape);
const shapeOf = (x: any): number[] => Array.isArray(x) ? [x.length, ...shapeOf(x[0])] : []; console.log(np.zeros(shapeOf([[[1, 2]], [[3, 4]]])).shape);
const Y = (f: any) => ((x: any) => x(x))((x: any) => f((y: any) => x(x)(y))); console.log(np.zeros([Y((s: any) => (n: number) => n < 2 ? 1 : n * s(n - 1))(4)]).shape);
const tramp = (f: any) => { while (typeof f === 'function') f = f(); return f; }; const sumTo = (n: number, a = 0): any => n === 0 ? a : () => sumTo(n - 1, a + n); console.log(np.zeros([tramp(sumTo(6))]).shape, np.zeros([tramp(sumTo(30)) - 400]).shape);

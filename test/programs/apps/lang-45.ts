// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// simulation with a seeded generator: loops, flags, swaps
const rng = (seed: number) => () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
const rand = rng(7); const int = (a: number, b: number) => a + Math.floor(rand() * (b - a + 1));
const dims = [int(2, 5), int(2, 5)]; console.log(np.zeros(dims).shape);
let a = np.zeros([2, 2]), b = np.ones([3, 3], 'float32'); const trace: number[] = [];
for (let k = 0; k < 9; k++) { [a, b] = k % 3 === 2 ? [a, b] : [b, a]; trace.push(a.size); }
console.log(a.shape, b.dtype, np.zeros([trace[0], trace.at(-1)!]).shape);
const agents = Array.from({ length: 6 }, (_, id) => ({ id, hp: 3 + (id % 3), inv: [] as number[], foe: null as null | { hp: number } }));
agents.forEach((g, i) => { g.foe = agents[(i + 1) % agents.length]; });
for (let turn = 0; turn < 5; turn++) for (const g of agents) { if (g.hp <= 0) continue; if (g.foe && g.foe.hp > 0 && (turn + g.id) % 2) { g.foe.hp--; g.inv.push(turn); } }
const alive = agents.filter((g) => g.hp > 0); console.log(np.zeros([alive.length]).shape, np.zeros([agents[0].inv.length + 1]).shape, np.zeros([agents[2].hp + 10]).shape);
const gridW = 5; let cells = new Set<number>([1 * gridW + 1, 1 * gridW + 2, 1 * gridW + 3]);
for (let s = 0; s < 3; s++) { const nx = new Set<number>(); for (let p = 0; p < gridW * gridW; p++) { let n = 0; for (const d of [-6, -5, -4, -1, 1, 4, 5, 6]) if (cells.has(p + d)) n++; if (n === 3 || (n === 2 && cells.has(p))) nx.add(p); } cells = nx; }
console.log(np.zeros([cells.size]).shape, np.zeros([Math.min(...cells)]).shape);
const deck = Array.from({ length: 10 }, (_, i) => i + 1); for (let i = deck.length - 1; i > 0; i--) { const j = int(0, i); [deck[i], deck[j]] = [deck[j], deck[i]]; }
console.log(np.zeros([deck.reduce((x, y) => x + y)]).shape, np.zeros([deck[0]]).shape, np.zeros([deck.indexOf(10) + 1]).shape, np.zeros([deck.toSorted((x, y) => x - y)[2]]).shape);
const dist: Record<string, number> = { s: 0 }; const edges: Record<string, [string, number][]> = { s: [['a', 4], ['b', 1]], b: [['a', 2], ['t', 9]], a: [['t', 3]], t: [] };
const todo = ['s']; while (todo.length) { todo.sort((x, y) => dist[x] - dist[y]); const u = todo.shift()!; for (const [v, w] of edges[u]) { const nd = dist[u] + w; if (nd < (dist[v] ?? Infinity)) { dist[v] = nd; todo.push(v); } } }
console.log(np.zeros([dist.t]).shape, np.zeros([dist.a, dist.b]).shape, np.zeros([Object.keys(dist).length]).shape);
const parent = [0, 1, 2, 3, 4]; const find = (x: number): number => (parent[x] === x ? x : (parent[x] = find(parent[x]))); const uni = (x: number, y: number) => { parent[find(x)] = find(y); }; uni(0, 1); uni(1, 2); uni(3, 4);
console.log(np.zeros([new Set(parent.map((_, i) => find(i))).size]).shape, np.zeros([find(0)]).shape, np.zeros([parent[0]]).shape, np.zeros([parent[1]]).shape);
const lcs = (x: string, y: string) => { const t = Array.from({ length: x.length + 1 }, () => new Array(y.length + 1).fill(0) as number[]); for (let i = 1; i <= x.length; i++) for (let j = 1; j <= y.length; j++) t[i][j] = x[i - 1] === y[j - 1] ? t[i - 1][j - 1] + 1 : Math.max(t[i - 1][j], t[i][j - 1]); return t[x.length][y.length]; };
console.log(np.zeros([lcs('bytelens', 'telescope')]).shape);
const sieve = new Array(30).fill(true); for (let i = 2; i * i < 30; i++) if (sieve[i]) for (let j = i * i; j < 30; j += i) sieve[j] = false; console.log(np.zeros([sieve.filter((p, i) => p && i > 1).length]).shape);
let x = 1, y = 1, n = 0; while (y < 1000) { [x, y] = [y, x + y]; n++; } console.log(np.zeros([n]).shape);
let energy = 10; let boost = false; let best = np.zeros([1]); for (let t = 0; t < 70; t++) { if (t === 66) boost = true; energy += boost ? 5 : -0.1; if (energy > 12) best = np.zeros([4, 2], 'int8'); } console.log(best.add(1).shape, best.dtype);

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// function peaks and memory in classes, closures and recursion
class Arena { #live: np.NDArray[] = []; static created = 0; alloc(...s: number[]) { const a = np.zeros(s) as np.NDArray; this.#live.push(a); Arena.created++; return a; } free(a: np.NDArray) { const i = this.#live.indexOf(a); if (i >= 0) { this.#live.splice(i, 1); a.dispose(); } } freeAll() { while (this.#live.length) this.#live.pop()!.dispose(); } get count() { return this.#live.length; } [Symbol.dispose]() { this.freeAll(); } }
function useArena() { using ar = new Arena(); const a = ar.alloc(100); const b = ar.alloc(200); ar.free(a); ar.free(a); const c = a.size + b.size; return c + ar.count; }
function manual() { const ar = new Arena(); const xs = [ar.alloc(50), ar.alloc(60)]; ar.free(xs[1]); xs.pop(); const n = ar.count; ar.freeAll(); return n + ar.count; }
function early(n: number) { const a = np.zeros([n]); if (n < 100) { a.dispose(); return 0; } const b = a.add(1); a.dispose(); const s = Number(b.sum()); b.dispose(); return s; }
function nested() { const f = () => { const t = np.ones([300]); const u = t.multiply(2); t.dispose(); return u; }; const r = f(); const q = f(); r.dispose(); return q; }
function viaMap() { const m = new Map([[1, np.zeros([64])], [2, np.zeros([128])]]); for (const [k, v] of m) if (k === 1) v.dispose(); return m.get(2)!; }
function inTry() { let a = np.zeros([80]); try { const b = np.zeros([80, 2]); a.dispose(); a = b; throw new Error('x'); } catch { a.dispose(); } finally { a = np.zeros([5]); } return a; }
function rec(n: number): number { using a = np.zeros([n * 10]); return n === 0 ? 0 : a.size + rec(n - 1); }
function loopAcc() { let acc = np.zeros([32, 32]); for (let i = 0; i < 5; i++) { const nx = acc.add(i); acc.dispose(); acc = nx as typeof acc; } return acc; }
function swapBuf() { let [a, b] = [np.zeros([40]), np.ones([40])]; for (let i = 0; i < 3; i++) [a, b] = [b, a]; a.dispose(); return b; }
function typed() { const t = new Float64Array(500); const v = t.subarray(10); const c = v.slice(); return c.length + t.length; }
function gen() { const out: np.NDArray[] = []; function* g() { for (let i = 1; i < 4; i++) yield np.zeros([i * 100]) as np.NDArray; } for (const a of g()) { out.push(a); if (out.length > 1) out.shift()!.dispose(); } return out[0]; }
function optional(flag?: boolean) { const a = flag ? np.zeros([1000]) : null; a?.dispose(); return np.zeros([10]); }
function viewKept() { const a = np.zeros([64, 64]); const v = a.slice('0:2'); a.dispose(); return v; }
function twoCalls() { const one = nested(); const two = nested(); one.dispose(); two.dispose(); return np.zeros([1]); }
const lazy = { _a: null as np.NDArray | null, get a() { return (this._a ??= np.zeros([256]) as np.NDArray); } };
function useLazy() { const s = lazy.a.size + lazy.a.size; return s; }
console.log(useArena(), manual(), early(10), early(200), nested().shape, viaMap().shape, inTry().shape, rec(4), loopAcc().shape, swapBuf().shape, typed(), gen().shape, optional(true).shape, optional().shape, viewKept().shape, twoCalls().shape, useLazy(), useLazy(), np.zeros([Arena.created]).shape);

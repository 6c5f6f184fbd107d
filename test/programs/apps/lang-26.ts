// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// peaks: dispose, using, exceptions, early returns
function a() { const x = np.zeros([1000]); x.dispose(); const y = np.zeros([1000]); return y; }
function b() { using x = np.zeros([500]); const y = x.add(1); return y; }
function c(flag: boolean) { const x = np.zeros([300]); if (flag) return null; const y = np.ones([3000]); return y.add(x.sum() as number); }
function d() { const xs = []; try { for (let i = 0; i < 5; i++) { xs.push(np.zeros([100])); if (i === 2) throw new Error('x'); } } catch { /* */ } finally { for (const x of xs) x.dispose(); } return np.zeros([50]); }
function e() { let x = np.zeros([200]); for (let i = 0; i < 4; i++) { const y = x.add(1); x.dispose(); x = y; } return x; }
function f() { const x = np.zeros([400]); const y = x; y.dispose(); try { x.dispose(); } catch { /* twice */ } return np.zeros([10]); }
function g(n: number): ReturnType<typeof np.zeros> { const x = np.zeros([n * 10]); if (n > 1) { x.dispose(); return g(n - 1); } return x; }
function h() { const out = [1, 2, 3].map((n) => np.zeros([n * 100])); out.pop()?.dispose(); out.shift()?.dispose(); return out[0]; }
function k() { const m = new Map<string, ReturnType<typeof np.zeros>>(); for (const key of ['a', 'b', 'a']) { m.get(key)?.dispose(); m.set(key, np.zeros([64])); } return m.size; }
function l() { const v = np.zeros([10, 10]); const row = v.slice('0'); v.dispose(); return row; }
const cond = Number(JSON.parse('1')) === 1;
function m() { const x = np.zeros([128]); if (cond) x.dispose(); return np.zeros([128]); }
function o() { const x = np.zeros([128]); const y = cond ? x : np.ones([64]); y.dispose(); return np.zeros([32]); }
function p() { const xs = [np.zeros([10]), np.zeros([20])]; for (const x of xs) x.dispose(); for (const x of xs.slice(0, 0)) x.dispose(); return np.zeros([30]); }
console.log(a().shape, b().shape, c(true), c(false)?.shape, d().shape, e().shape, f().shape, g(4).shape, h().shape, k(), l().shape, m().shape, o().shape, p().shape);
{ using q = np.zeros([7]); console.log(q.shape); }
for (using r of [np.zeros([3]), np.zeros([4])]) console.log(r.shape);

import * as np from 'numpy-ts';
// try/finally dispose, using
function area(n: number): number { const a = np.ones([n, n]); try { const b = a.multiply(2).add(1).subtract(0.5); return Number(b.sum()); } finally { a.dispose(); } }
console.log(area(200), area(300));
class Pool { private free: np.NDArray[] = []; take() { return this.free.pop() ?? np.zeros([200, 200]); } give(x: np.NDArray) { this.free.push(x); } }
const pool = new Pool();
const p1 = pool.take(); p1.fill(3); const res = p1.copy(); pool.give(p1); const p2 = pool.take(); p2.fill(4); console.log(Number(res.mean()), Number(p2.mean()), p1 === p2);
{ using r = { x: np.ones([200, 200]), [Symbol.dispose]() { this.x.fill(0); } }; const c = r.x.copy(); console.log(Number(c.sum())); }
let outside: np.NDArray; let raw: np.NDArray;
{ using r = { x: np.ones([200, 200]), [Symbol.dispose]() { this.x.fill(0); } }; outside = r.x.copy(); raw = r.x; }
console.log(Number(outside.sum()), Number(raw.sum()));
{ const big = np.arange(50000); const c = big.copy(); big.dispose(); console.log(Number(c.max())); c.dispose(); }
{ const big = np.ones([50000]); const c = big.flatten(); try { console.log(Number(c.sum())); } finally { c.dispose(); } console.log(Number(big.sum())); }
function guard(x: np.NDArray): np.NDArray { const backup = x.copy(); try { x.slice(':5').fill(NaN); if (Number.isNaN(Number(x.sum()))) throw new Error('nan'); return x; } catch { return backup; } }
console.log(Number(guard(np.ones([300, 300])).sum()));
const a = np.linspace(0, 1, 100000), b = np.linspace(1, 2, 100000);
const rms = np.sqrt(a.multiply(a).add(b.multiply(b)).divide(2)); console.log(Number(rms.sum()).toFixed(6));
const z = a.subtract(Number(a.mean())).divide(Number(a.std())).multiply(10).add(50); console.log(Number(z.max()).toFixed(6));
let x = a; for (let i = 0; i < 3; i++) x = x.multiply(0.5).add(b).subtract(0.1); console.log(Number(x.sum()).toFixed(5), Number(a.sum()));
const m = a.reshape(100, 1000).T.reshape(100000).add(1).multiply(2); console.log(Number(m.get([1])).toFixed(6));
const u = a.reshape(100, 1000).slice('10:20').multiply(2).add(0).reshape(5, 2000).add(1); console.log(u.shape, Number(u.sum()).toFixed(5));
const c = np.clip(a.multiply(300).subtract(20), 0, 255).astype('uint8').astype('float32').divide(255); console.log(c.dtype, Number(c.sum()).toFixed(3));
const norm = (v: np.NDArray) => v.subtract(Number(v.min())).divide(Number(v.max()) - Number(v.min())); console.log(Number(norm(b.multiply(3).add(1)).sum()).toFixed(5));
const vel = np.zeros([50000, 2]), pos = np.ones([50000, 2]); let P = pos; for (let i = 0; i < 3; i++) { const trail = P.copy(); P = P.add(vel.add(0.1).multiply(0.5)); P.slice('0').fill(i); console.log(Number(trail.sum()).toFixed(3)); } console.log(Number(pos.sum()));
const i8 = np.full([512, 512], 200, 'uint8'); const s2 = i8.add(i8); const mean = np.mean(i8.astype('float64')); console.log(Number(s2.max()), s2.dtype, Number(mean)); const d8 = i8.divide(2); console.log(d8.dtype, Number(d8.sum()));
const f32 = np.linspace(0, 1, 100000, 'float32'); const sf = np.sin(f32).multiply(3).add(f32).power(2); console.log(sf.dtype, Number(sf.sum()).toFixed(4)); 
const cs = np.cumsum(np.ones([100000], 'int32')); console.log(cs.dtype, Number(cs.max())); const sm = np.sum(np.ones([300, 300], 'uint8'), 0) as np.NDArray; console.log(sm.dtype, sm.shape);

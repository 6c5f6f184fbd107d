// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
function one(): number { using a = np.ones([100_000]); return Number(np.sum(a)); }
function two(): number { for (let i = 0; i < 3; i++) { using a = np.ones([50_000]); if (i === 1) continue; if (Number(np.sum(a)) < 0) break; } return 1; }
function three(): number { try { const a = np.ones([30_000]); try { return Number(np.sum(a)); } finally { a.dispose(); } } catch { return 0; } }
function four(): number { const list = [np.ones([20_000]), np.ones([20_000])]; let s = 0; for (using x of list) s += Number(np.sum(x)); return s; }
function five(flag: boolean): number { const a = np.ones([10_000]); if (flag) a.dispose(); const b = np.ones([10_000]); const r = Number(np.sum(b)); b.dispose(); if (!flag) a.dispose(); return r; }
function six(): number { const a = np.ones([40_000]); const b = a.slice('0:10'); a.dispose(); const c = np.ones([40_000]); const r = Number(np.sum(b)) + Number(np.sum(c)); c.dispose(); b.dispose(); return r; }
const vals = [one(), one(), two(), three(), three(), four(), five(true), five(false), six()];
function seven(): number { const a = np.ones([40_000]); const b = a; a.dispose(); try { b.dispose(); } catch {} const c = np.ones([40_000]); c.dispose(); return 1; }
vals.push(seven());
function eight(n: number): number { let s = 0; for (let i = 0; i < n; i++) { const a = np.ones([60_000]); s += Number(np.sum(a)); a.dispose(); } return s; }
vals.push(eight(3));
function nine(): number { let acc = np.zeros([60_000]); for (let i = 0; i < 4; i++) { const next = acc.add(i); acc.dispose(); acc = next; } const r = Number(np.sum(acc)); acc.dispose(); return r; }
vals.push(nine());
function ten(): number { const parts: np.NDArray[] = []; for (let i = 0; i < 4; i++) parts.push(np.ones([60_000])); const all = np.concatenate(parts); for (const p of parts) p.dispose(); const r = Number(np.sum(all)); all.dispose(); return r; }
vals.push(ten());
function eleven(): np.NDArray { const a = np.ones([60_000]); const b = a.multiply(2); a.dispose(); return b; }
const e1 = eleven(); const e2 = eleven();
vals.push(Number(np.sum(e1.add(e2))));
console.log(vals.join());

// @ts-nocheck
import * as np from 'numpy-ts';
// slices from strings
const a = np.arange(20).reshape([10, 2]);
for (let i = -3; i < 3; i++) a.slice(`${i}:`);
for (let i = 0; i < 12; i += 3) a.slice(`${i}:${i + 3}`);
for (let i = 0; i < 4; i++) a.slice(String(i));
for (let i = -2; i < 0; i++) a.slice(String(i), ':');
for (let i = 8; i < 14; i++) a.slice(`:${i}`, '0');
for (let i = 5; i > -5; i -= 2) a.slice(`${i}:${i + 4}:2`);
for (let i = 1; i < 4; i++) a.slice(`::${i}`);
for (let i = 1; i < 4; i++) a.slice(`::${-i}`);
for (const s of [-12, -10, 0, 9, 15]) a.slice(`${s}:`, ':');
for (const s of [-12, -10, 0, 9, 15]) a.slice(`:${s}`);
for (let i = 0; i < 3; i++) a.slice('' + i, `${i - 1}:`);
const n = Number(process.argv.length);
a.slice(`${n}:`); a.slice(`:${n}`); a.slice(`${-n}:`); a.slice(String(n)); a.slice(`${n}:${n + 2}`); a.slice(`${n - 4}:${n}`);
for (let i = 0; i < n; i++) a.slice(`${i}:${i + 2}`);
const k = 2.0; a.slice(`${k}:${k * 2}`);
const w = 3; const starts = [0, 3, 6, 9];
const chunks = starts.map((s) => a.slice(`${s}:${s + w}`));
for (const c of chunks) c.sum(0);
np.concatenate(chunks, 0);
const h = Math.floor(a.shape[0] / 3);
for (let i = 0; i * h < a.shape[0]; i++) a.slice(`${i * h}:${(i + 1) * h}`);
const view = (i) => a.slice(`${i}:${i + 1}`);
view(0); view(9); view(10); view(-1); view(-2);
for (let i = 0; i < 10; i++) { const row = a.slice(String(i)); row.slice(`${i % 2}`); row.slice(`${i % 3}:`); }
const text = ['1', '2:4', ':', '::-1', '-3:'];
for (const t of text) a.slice(t);
a.slice(`${-0}:3`); 
a.slice(`${1e1}:`); 
for (let i = 0; i < 10; i += 4) a.slice(`${i}:${Math.min(i + 4, 10)}`).add(1);
let lo = 0; while (lo < 10) { const hi = lo + 1 + (lo % 3); a.slice(`${lo}:${hi}`); lo = hi; }

// @ts-nocheck
import * as np from 'numpy-ts';
// datasets: grouping rows, batching
const X = np.arange(24).reshape([8, 3]); const y = [0, 1, 0, 2, 1, 0, 2, 2];
const byClass = new Map<number, number[]>();
y.forEach((c, i) => { if (!byClass.has(c)) byClass.set(c, []); byClass.get(c)!.push(i); });
for (const [c, rows] of byClass) { const part = X.take(rows, 0); part.mean(0); np.full([rows.length], c, 'int32'); }
np.zeros([byClass.size]); np.zeros([byClass.get(2)!.length]);
const means = new Map([...byClass].map(([c, rows]) => [c, X.take(rows, 0).mean(0)])); np.stack([...means.values()]); means.get(1).add(1);
const conf = new Map<string, number>(); const pred = [0, 1, 1, 2, 1, 0, 0, 2]; for (let i = 0; i < y.length; i++) { const k = `${y[i]}-${pred[i]}`; conf.set(k, (conf.get(k) || 0) + 1); } np.zeros([conf.size]); np.zeros([conf.get('0-0')!, conf.get('2-2')!]);
const grid = new Map<number, Map<number, any>>(); for (let i = 1; i < 3; i++) { grid.set(i, new Map()); for (let j = 1; j < 4; j++) grid.get(i)!.set(j, np.zeros([i, j])); } grid.get(2)!.get(3).sum(0); for (const [i, r] of grid) for (const [j, a] of r) { a.add(1); np.zeros([i, j]); } np.zeros([grid.get(1)!.size]);
const agg: Record<string, { n: number; a: any }> = {}; for (const [k, n] of [['a', 2], ['b', 3], ['a', 4]] as const) { const g = (agg[k] ??= { n: 0, a: np.zeros([0]) }); g.n += n; g.a = np.concatenate([g.a, np.ones([n])]); } agg.a.a.add(1); np.zeros([agg.a.n, agg.b.n]); for (const { n, a } of Object.values(agg)) { a.sum(); np.zeros([n]); }
function* batches(a, n, drop = false) { for (let s = 0; s < a.shape[0]; s += n) { const b = a.slice(`${s}:${s + n}`); if (drop && b.shape[0] < n) return b; yield b; } }
for (const b of batches(X, 3)) b.sum(1); for (const b of batches(X, 3, true)) b.add(1); const bs = [...batches(X, 4)]; np.stack(bs); let cnt = 0; for (const b of batches(X, 5)) cnt += b.shape[0]; np.zeros([cnt]); const gg = batches(X, 5, true); gg.next(); const last = gg.next(); np.zeros([last.done ? 1 : 2]); last.value.add(1);
const cols = ['id', 'x', 'y']; const frame = new Map(cols.map((c, i) => [c, X.slice(':', String(i))])); frame.get('x').add(1); frame.set('z', np.zeros([8], 'bool')); for (const [k, c] of frame) c.astype('float32'); np.zeros([frame.size]); frame.delete('id'); np.stack([...frame.values()].map((c) => c.astype('float64'))); np.zeros([[...frame.keys()].join('').length]);
const split = (a, r) => { const k = Math.floor(a.shape[0] * r); return [a.slice(`:${k}`), a.slice(`${k}:`)]; }; const [tr, te] = split(X, 0.75); tr.add(1); te.add(1); split(X, 0.1)[0].add(1); split(X, 1)[1].add(1);
const vocab = new Map(); const enc = (s) => s.split(' ').map((w) => { if (!vocab.has(w)) vocab.set(w, vocab.size); return vocab.get(w); }); const seqs = ['a b a', 'c b', 'd'].map(enc); const L = Math.max(...seqs.map((s) => s.length)); const padded = np.array(seqs.map((s) => [...s, ...Array(L - s.length).fill(0)])); np.eye(vocab.size).take(padded.flatten(), 0); np.zeros([vocab.size, L]);

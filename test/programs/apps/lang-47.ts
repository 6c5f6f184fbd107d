// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// observable / reactive / dependency tracking
let active: (() => void) | null = null;
function signal<T>(v: T) { const deps = new Set<() => void>(); return { get value() { if (active) deps.add(active); return v; }, set value(n: T) { if (Object.is(n, v)) return; v = n; for (const d of [...deps]) d(); }, peek: () => v }; }
function effect(f: () => void) { const run = () => { const old = active; active = run; try { f(); } finally { active = old; } }; run(); }
const rows = signal(2), cols = signal(3); let mat = np.zeros([1]); let renders = 0;
effect(() => { renders++; mat = np.zeros([rows.value, cols.value]); });
console.log(mat.shape, np.zeros([renders]).shape);
rows.value = 5;
console.log(mat.shape, np.zeros([renders]).shape);
cols.value = 3; rows.value += 1;
console.log(mat.add(1).shape, np.zeros([renders]).shape, np.zeros([rows.peek()]).shape);
const obs: ((v: number) => void)[] = []; const subscribe = (f: (v: number) => void) => { obs.push(f); return () => { const i = obs.indexOf(f); if (i >= 0) obs.splice(i, 1); }; };
let last = 1; let sum = 0; const un = subscribe((v) => { last = v; }); subscribe((v) => { sum += v; if (v === 2) un(); });
for (const v of [1, 2, 3]) for (const f of obs.slice()) f(v);
console.log(np.zeros([last]).shape, np.zeros([sum]).shape, np.zeros([obs.length]).shape);
class Emitter { #h: Record<string, ((...a: any[]) => void)[]> = {}; on(e: string, f: (...a: any[]) => void) { (this.#h[e] ??= []).push(f); return this; } once(e: string, f: (...a: any[]) => void) { const w = (...a: any[]) => { this.off(e, w); f(...a); }; return this.on(e, w); } off(e: string, f: unknown) { this.#h[e] = (this.#h[e] ?? []).filter((x) => x !== f); } emit(e: string, ...a: any[]) { let n = 0; for (const f of [...(this.#h[e] ?? [])]) { f(...a); n++; } return n; } }
const em = new Emitter(); let w = 2; em.on('w', (n: number) => { w = n; }).once('w', (n: number) => { w = n * 2; });
console.log(np.zeros([em.emit('w', 3)]).shape, np.zeros([w]).shape, np.zeros([em.emit('w', 4)]).shape, np.zeros([w]).shape, np.zeros([em.emit('none') + 1]).shape);
const comp = <T>(f: () => T) => { let dirty = true; let v: T; let n = 0; return { get value() { if (dirty) { v = f(); dirty = false; n++; } return v; }, touch() { dirty = true; }, get runs() { return n; } }; };
let basis = 3; const area = comp(() => np.ones([basis, basis])); const a1 = area.value; basis = 4; const a2 = area.value; area.touch(); const a3 = area.value;
console.log(a1.shape, a2.shape, a3.shape, np.zeros([area.runs]).shape);
const batch = { depth: 0, q: [] as (() => void)[], run(f: () => void) { this.depth++; f(); if (--this.depth === 0) { const q = this.q; this.q = []; q.forEach((g) => g()); } }, add(g: () => void) { if (this.depth) this.q.push(g); else g(); } };
let size = 1; batch.run(() => { batch.add(() => { size += 2; }); batch.run(() => batch.add(() => { size *= 3; })); size += 1; }); batch.add(() => { size++; });
console.log(np.zeros([size]).shape, np.zeros([batch.q.length + 1]).shape);
const fsm = { state: 'idle' as 'idle' | 'run' | 'done', n: 1, on: { idle: { go() { fsm.n = 3; return 'run' as const; } }, run: { tick() { fsm.n++; return fsm.n > 4 ? 'done' as const : 'run' as const; } }, done: {} } as Record<string, Record<string, () => 'idle' | 'run' | 'done'>>, send(e: string) { this.state = this.on[this.state][e]?.() ?? this.state; return this; } };
fsm.send('tick').send('go').send('tick').send('tick').send('tick'); console.log(np.zeros([fsm.n]).shape, np.zeros([fsm.state === 'done' ? 6 : 7]).shape);
const hist = { past: [] as number[][], cur: [2, 2], do(f: (s: number[]) => number[]) { this.past.push(this.cur); this.cur = f(this.cur); }, undo() { this.cur = this.past.pop() ?? this.cur; } };
hist.do((s) => [...s, 3]); hist.do((s) => { s.push(9); return s; }); hist.undo(); console.log(np.zeros(hist.cur).shape, np.zeros([hist.past.length]).shape); hist.undo(); hist.undo(); console.log(np.zeros(hist.cur).shape);

import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';
function sync() { const bus = new EventEmitter(); let n = 1; bus.on('x', () => { n = 3; }); n = 9; bus.emit('x'); return np.zeros([n]); }
console.log(sync().shape);
async function asy() { const bus = new EventEmitter(); let n = 1; bus.on('x', () => { n = 3; }); n = 9; bus.emit('x'); return np.zeros([n]); }
console.log((await asy()).shape);
async function asy2() { let n = 1; const t = new Intl.Segmenter(); const s = [3, 1, 2].toSorted((a, b) => { n = 4; return a - b; }); n = 2; return np.zeros([n]); }
console.log((await asy2()).shape);
class E2 { n = 1; constructor(bus) { bus.on('x', () => { this.n = 3; }); } }
const b2 = new EventEmitter(); const e2 = new E2(b2); e2.n = 9; b2.emit('x'); console.log(np.zeros([e2.n]).shape);
async function asy3() { const m = new Map(); const bus = new EventEmitter(); bus.on('x', () => { m.delete('a'); }); m.set('a', 1); bus.emit('x'); return np.zeros([m.size + 1]); }
console.log((await asy3()).shape);
const m4 = new Map(); const b4 = new EventEmitter(); b4.on('x', () => { m4.clear(); }); m4.set('a', 1); b4.emit('x'); console.log(np.zeros([m4.size + 1]).shape);
const m5 = new Map([['a', 1], ['b', 2]]); const b5 = new EventEmitter(); b5.on('x', (k) => { const v = m5.get(k); m5.delete(k); m5.set(k, v); }); b5.emit('x', 'a'); console.log(np.zeros([...m5.values()]).shape);
const l6 = []; const b6 = new EventEmitter(); b6.on('x', () => { l6.length = 0; }); l6.push(1); b6.emit('x'); console.log(np.zeros([l6.length + 1]).shape);
async function asy7() { let n = 1; const bus = new EventEmitter(); const t = setTimeout(() => {}, 0); const h = { go() { n = 5; } }; n = 2; bus.on('q', h.go); bus.emit('q'); return np.zeros([n]); }
console.log((await asy7()).shape);
async function asy8(k) { let n = 1; const f = async () => { await null; n = k; }; const p = f(); n = 2; if (k > 1) await asy8(k - 1); await p; return np.zeros([n]); }
console.log((await asy8(3)).shape);
function outer() { let n = 1; const p = Promise.resolve().then(() => { n = 4; }); n = 2; return p.then(() => np.zeros([n])); }
console.log((await outer()).shape);

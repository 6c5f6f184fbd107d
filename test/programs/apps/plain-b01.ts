import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';
// event emitter
class Sensor extends EventEmitter {
  frame = np.zeros([200, 300]);
  tick(v: number) { this.frame.fill(v); this.emit('frame', this.frame); }
}
const s = new Sensor();
const kept: np.NDArray[] = [];
let latest: np.NDArray | undefined;
s.on('frame', (f: np.NDArray) => { kept.push(f.copy()); });
s.on('frame', (f: np.NDArray) => { latest = f; });
for (let i = 1; i <= 4; i++) s.tick(i);
console.log(kept.map((k) => Number(np.mean(k))), Number(np.mean(latest!)));
const base = s.frame.copy();
s.tick(300);
console.log(Number(np.mean(base)), Number(np.mean(s.frame)), Number(np.mean(latest!)));
type Handler = (a: np.NDArray) => void;
class Bus { private hs = new Map<string, Handler[]>(); on(n: string, h: Handler) { const l = this.hs.get(n) ?? []; l.push(h); this.hs.set(n, l); } emit(n: string, a: np.NDArray) { for (const h of this.hs.get(n) ?? []) h(a); } }
const bus = new Bus();
const acc = np.zeros([50000]);
bus.on('clear', (a) => { a.fill(0); });
bus.on('read', (a) => { console.log(Number(a.sum())); });
const msg = np.ones([50000]);
const saved = msg.copy();
bus.emit('read', msg);
bus.emit('clear', msg);
bus.emit('read', msg); bus.emit('read', saved); bus.emit('read', acc);

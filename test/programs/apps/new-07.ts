// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';
type Msg = { id: number; payload: np.NDArray };
class Bus extends EventEmitter {
  private buffer: np.NDArray[] = [];
  total = np.zeros([4, 50_000]);
  constructor() {
    super();
    this.on('data', this.accept.bind(this));
    this.once('flush', () => this.flush());
  }
  private accept(m: Msg) { this.buffer.push(m.payload); if (this.buffer.length === 4) this.emit('flush'); }
  private flush() { this.total = this.total.add(np.stack(this.buffer)); this.buffer = []; }
  pending() { return this.buffer.length; }
}
const bus = new Bus();
let last: np.NDArray | undefined;
bus.on('data', ({ payload, id }: Msg) => { last = id % 2 ? payload.astype('float32') : payload.copy(); });
for (let i = 0; i < 6; i++) bus.emit('data', { id: i, payload: np.full([50_000], i, 'int32') });
console.log(bus.total.dtype, bus.total.shape, bus.pending(), last?.dtype, Number(np.sum(bus.total)));
const log: string[] = [];
const handlers: { [k: string]: ((a: np.NDArray) => void)[] } = {};
const on = (k: string, h: (a: np.NDArray) => void) => { (handlers[k] ||= []).push(h); return () => { handlers[k] = handlers[k]!.filter((x) => x !== h); }; };
const fire = (k: string, a: np.NDArray) => handlers[k]?.forEach((h) => h(a));
let state = np.zeros([300_000], 'uint8');
const off = on('inc', (a) => { state = state.add(a); log.push(state.dtype); });
on('inc', (a) => { log.push(`${a.nbytes}`); });
fire('inc', np.ones([300_000], 'uint8'));
fire('inc', np.ones([300_000], 'int16'));
off();
fire('inc', np.ones([300_000]));
console.log(log, state.dtype, state.nbytes);

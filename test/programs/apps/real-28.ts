// report writer: arrays are printed, serialised and handed to callbacks
import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';

const N = 60_000;

interface Report {
  title: string;
  columns: Record<string, np.NDArray>;
  summary(): string;
}

function makeReport(title: string, columns: Record<string, np.NDArray>): Report {
  return {
    title,
    columns,
    summary() {
      return Object.entries(this.columns)
        .map(([k, v]) => `${k}:${Number(np.sum(v)).toFixed(2)}`)
        .join(' ');
    },
  };
}

const emitter = new EventEmitter();
const received: np.NDArray[] = [];
emitter.on('data', (a: np.NDArray) => received.push(a));

function produce(step: number): void {
  const raw = np.arange(N).mod(step);
  const scaled = raw.multiply(0.1);
  emitter.emit('data', scaled);
  const centred = scaled.subtract(Number(scaled.mean()));
  emitter.emit('data', centred.multiply(2).add(1));
}
for (const step of [3, 5, 7]) produce(step);

const pending: (() => np.NDArray)[] = [];
function later(a: np.NDArray): void {
  const twice = a.multiply(2);
  const shifted = twice.add(5);
  pending.push(() => twice.add(shifted));
}
received.forEach(later);
const resolved = pending.map((p) => p());

const zeros = np.zeros([N]);
const ones = np.ones([N]);
const flags = np.zeros([N]);
for (let i = 0; i < N; i += 7) flags.set([i], 1);
const text = `${zeros.slice(':3')} ${ones.slice(':2').toString()} ${JSON.stringify(flags.slice(':8').tolist())}`;
const ordinal = np.arange(N);
const lookup = (ordinal.slice('10:14').tolist() as number[]).map((v) => v.toFixed(1));
const kept = ordinal.copy();
const alias = kept;
alias.set([0], 99);
const untouched = ordinal.copy();
const view = untouched.slice(':1000');
const report = makeReport('daily', { zeros, ones, flags, ordinal, kept, view, untouched });
const bytes = Object.values(report.columns).reduce((n, a) => n + a.size, 0);
const typeName = flags.get([0]) === 0 ? 'number' : typeof flags.get([0]);
const firstItem: unknown = ordinal.item(3);
const roundTrip = np.array(JSON.parse(JSON.stringify(flags.tolist())) as number[]);
const buffer = new Float64Array(N);
buffer.set(ordinal.data as Float64Array);
const fromBuffer = np.array(buffer);
const dataSum = (flags.data as Float64Array).reduce((a, b) => a + b, 0);
console.log(text, lookup.join('|'), typeName, firstItem, bytes);
console.log('checksum', report.summary(), Number(roundTrip.sum()), Number(fromBuffer.sum()), dataSum, resolved.map((r) => Number(r.sum()).toFixed(1)).join(' '));

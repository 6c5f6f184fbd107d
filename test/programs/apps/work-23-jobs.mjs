import * as np from 'numpy-ts';
import { setTimeout as sleep } from 'node:timers/promises';

/** A worker-like pool: tasks as closures holding arrays, progress events, retries and a result registry. */
const state = { done: 0, failed: 0 };
const results = new Map();
const progress = new Set();

class Task {
  static #next = 1;
  #input;
  constructor(input, fn, opts = {}) {
    this.id = Task.#next++;
    this.#input = input;
    this.fn = fn;
    this.retries = opts.retries ?? 0;
    this.isolated = opts.isolated ?? false;
  }
  get input() { return this.isolated ? this.#input.copy() : this.#input; }
  async run(attempt = 0) {
    try {
      const r = await this.fn(this.input, attempt);
      state.done++;
      return r;
    } catch (e) {
      if (attempt < this.retries) return this.run(attempt + 1);
      state.failed++;
      throw e;
    }
  }
}

async function pool(tasks, size) {
  const todo = [...tasks];
  const worker = async () => {
    for (let t = todo.shift(); t; t = todo.shift()) {
      try {
        results.set(t.id, await t.run());
      } catch (e) {
        results.set(t.id, e);
      }
      for (const p of progress) p(t.id, results.size);
    }
  };
  await Promise.all(Array.from({ length: size }, worker));
}

const base = np.arange(60000).reshape(300, 200);
const norm = (x) => x.subtract(x.mean()).divide(x.std());
const clobber = async (x) => {
  await sleep(1);
  x.fill(7);
  return x.sum();
};
const flaky = (x, attempt) => {
  if (attempt < 2) throw new Error('flaky');
  return np.sqrt(x);
};
const log = [];
progress.add((id, n) => log.push(`${id}/${n}`));

const tasks = [
  new Task(base, norm),
  new Task(base, clobber, { isolated: true }),
  new Task(base, flaky, { retries: 2 }),
  new Task(base, flaky, { retries: 1 }),
  new Task(base.T, (x) => x.dot(x.T)),
  new Task(base, (x) => x.rows(0, 10)),
];
await pool(tasks, 1);
console.log(log.join(' '), state);
for (const [id, r] of results) console.log(id, r instanceof np.NDArray ? [r.dtype, r.shape, Number(r.sum()).toFixed(2)] : r instanceof Error ? r.message : Number(r));
console.log(Number(base.sum()));

const view = results.get(6);
const keep = view.copy();
const late = new Task(base, clobber);
const p = late.run();
console.log('before', Number(view.sum()), Number(keep.sum()));
await p;
console.log('after', Number(view.sum()), Number(keep.sum()), Number(base.sum()));

// retry with backup
function transactional(x, f) {
  const backup = x.copy();
  try {
    f(x);
    return true;
  } catch {
    np.copyto(x, backup);
    return false;
  }
}
const acct = np.full([400, 300], 100, 'float64');
console.log(transactional(acct, (x) => { x.row(0).fill(0); }), Number(acct.sum()));
console.log(transactional(acct, (x) => { x.row(1).fill(0); throw 1; }), Number(acct.sum()));

const debounced = [];
let timer;
function debounce(x) {
  clearTimeout(timer);
  const snap = x.copy();
  timer = setTimeout(() => debounced.push(Number(snap.sum())), 3);
}
const live = np.zeros([300, 300]);
for (let i = 0; i < 3; i++) {
  live.row(i).fill(i + 1);
  debounce(live);
}
live.fill(1);
await sleep(20);
console.log(debounced, Number(live.sum()));

const steps = [(x) => x.add(1), (x) => x.multiply(2), (x) => x.T, (x) => x.clip(0, 50)];
const composed = steps.reduceRight((next, f) => (x) => next(f(x)), (x) => x);
const out = composed(live);
console.log(out.dtype, out.shape, Number(out.sum()));
const pipeline = async (x, ...fns) => { for (const f of fns) x = await f(x); return x; };
const out2 = await pipeline(live, ...steps);
live.fill(0);
console.log(Number(out2.sum()), Number(out.sum()), np.array_equal(out, out2));

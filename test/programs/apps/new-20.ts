// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// builder DSL & functional composition
type Op = (a: np.NDArray) => np.NDArray;
const pipe = (...ops: Op[]): Op => (a) => ops.reduce((x, f) => f(x), a);
const compose = <A, B, C>(f: (b: B) => C, g: (a: A) => B) => (a: A) => f(g(a));
const curry = <A, B, R>(f: (a: A, b: B) => R) => (b: B) => (a: A) => f(a, b);
const scale = curry((a: np.NDArray, k: number) => a.multiply(k));
const shift = curry(np.add as (a: np.NDArray, k: number) => np.NDArray);
const cast = (d: 'float32' | 'uint8' | 'int16'): Op => (a) => a.astype(d);
const tap = (label: string): Op => (a) => { console.log(label, a.dtype, a.shape.join('x')); return a; };
const when = (p: (a: np.NDArray) => boolean, f: Op): Op => (a) => (p(a) ? f(a) : a);
const times = (n: number, f: Op): Op => (n <= 0 ? (a) => a : pipe(f, times(n - 1, f)));
const run = pipe(tap('in'), scale(0.5), cast('float32'), tap('mid'), when((a) => a.ndim === 2, (a) => a.transpose()), times(3, shift(1)), cast('int16'), tap('out'));
const a = np.arange(250_000).reshape(500, 500);
const r = run(a);
const both = compose((x: np.NDArray) => x.nbytes, run)(np.ones([100_000], 'uint8'));
console.log(r.nbytes, both);
class Query<T extends { a: np.NDArray }> {
  private steps: ((v: T) => T)[] = []; private v: T;
  constructor(v: T) { this.v = v; }
  map(f: Op) { this.steps.push((v) => ({ ...v, a: f(v.a) })); return this; }
  async exec() { let v = this.v; for await (const s of this.steps) v = s(v); return v; }
}
const q = await new Query({ a, name: 'q' }).map(scale(2)).map(cast('uint8')).map((z) => z.slice('::2')).exec();
console.log(q.name, q.a.dtype, q.a.shape, q.a.nbytes);
const fact = (n: number): np.NDArray => (n === 0 ? np.ones([100_000], 'float32') : fact(n - 1).multiply(n));
const f5 = fact(5);
const fib = function* () { let [x, y] = [np.ones([50_000], 'int32'), np.ones([50_000], 'int32')]; while (true) { yield x; [x, y] = [y, x.add(y)]; } };
let last!: np.NDArray; let count = 0;
for (const f of fib()) { last = f; if (++count > 6) break; }
console.log(f5.dtype, Number(f5.get([0])), last.dtype, Number(last.get([0])));
const zip = <A, B>(x: A[], y: B[]) => x.map((v, i) => [v, y[i]!] as const);
const pairs = zip([a, r], [1, 2]).map(([m, k]) => m.multiply(k));
const [p0, p1] = pairs;
console.log(p0!.dtype, p1!.dtype, p1!.shape);
const bound = a.multiply.bind(a, 3)();
const applied = Math.max.apply(null, [a, r].map((z) => z.nbytes));
const called = np.NDArray.prototype.add.call(a, 2) as np.NDArray;
console.log(bound.dtype, applied, called.nbytes);

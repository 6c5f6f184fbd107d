import * as bl from 'bytelens';
import { evaluate, compile, ufunc, shared, Arena, lut, narrow } from 'bytelens';
import * as np from 'numpy-ts';
class Model {
  weights = np.ones([8, 4], 'float32');
  run = compile('x * w');
  step(x: np.NDArray) { return this.run({ x, w: this.weights }); }
  update() { ufunc.multiply(this.weights, 0.5, { out: this.weights }); return this.weights; }
}
const m = new Model();
const r1 = m.step(np.ones([4], 'float64'));
const r2 = m.update();
const opts: { out?: np.NDArray; order?: 'F' } = {};
if (process.argv.length > 0) opts.out = np.zeros([5]);
const r3 = evaluate('a + 1', { a: np.ones([5]) }, opts);
const vars = { a: np.ones([3, 3]), b: np.ones([3, 3], 'uint8') };
const r4 = evaluate('a*b', vars);
vars.a = np.ones([2, 3, 3]);
const r5 = evaluate('a*b', vars);
const r6 = evaluate('a*b', { ...vars, b: np.ones([3], 'complex64') });
const exprs = ['a+1', 'a > 1', 'sum(a)'];
const rs = exprs.map((e) => evaluate(e, { a: np.ones([6]) }));
const pick = Math.random() > 2 ? 'float32' : 'int16';
const r7 = ufunc.add(np.ones([3], pick), np.ones([3], 'uint8'));
const r8 = ufunc.add.reduce(np.ones([3, 4], pick), { axis: -1 });
const r9 = ufunc.add.reduce(np.ones([3, 4, 5]), { axis: [-1, 0] });
async function go() { const p = bl.evaluateAsync('a*2', { a: np.ones([9]) }); const q = await p; return q; }
const r10 = await go();
const sh = shared.ones([6, 7]);
const r11 = sh.reshape(7, 6);
const r12 = evaluate('x + y', { x: r11, y: r11 });
const r13 = np.matmul(sh, r11);
const r14 = sh.astype('float32');
const r15 = shared.asshared(sh);
const r16 = sh.data;
const r17 = ufunc.minimum.outer(sh, np.arange(3));
const t = lut((x: number) => x > 3, 'int16', { result: 'bool' });
const r18 = t(np.zeros([4, 5], 'int16').T);
const buf = new Float32Array(30);
const r19 = narrow(buf, 'int8');
const r20 = narrow(np.arange(6).reshape(2, 3).T, 'uint8');
const neg = np.arange(24).reshape(4, 6).slice('::-1', '::2');
const r22 = evaluate('n % 3', { n: neg });
const r23 = ufunc.add.accumulate(neg, { axis: -1 });
const r24 = evaluate('min(n, axis=1)', { n: neg });
const r25 = evaluate('max(n, axis=-1, keepdims=True)', { n: neg });
const r26 = ufunc.isnan(neg);
const r27 = ufunc.sqrt(np.arange(5).astype('int32'));
const r29 = evaluate('a', { a: 3 });
const r30 = evaluate('a * b', { a: np.ones([2, 1]), b: np.ones([1, 3]) });
const f = (x: np.NDArray<'uint8'>) => evaluate('x / 255', { x });
const r31 = f(np.zeros([3, 3], 'uint8') as never);
const arena = new Arena({ maxFreeBytes: 1000 });
const w: np.NDArray[] = [];
for (const k of [3, 5]) { const z = arena.zeros([k, k]); w.push(z); }
const r32 = evaluate('a + b', { a: arena.copy(np.ones([3])), b: 1 });
const { reduce } = ufunc.maximum;
const r34 = reduce(np.ones([4, 2]));
const r35 = ufunc.bitwise_and(np.ones([3], 'uint16'), 7);
const r36 = evaluate('~a', { a: np.zeros([3], 'bool') });
const r37 = evaluate('a ** -1', { a: np.ones([3], 'int32') });
const r38 = evaluate('a ** 2', { a: np.ones([3], 'int32') });
const r39 = evaluate('a + 1.5', { a: np.ones([3], 'int8') });
const r40 = evaluate('a + 300', { a: np.ones([3], 'uint8') });
const r41 = ufunc.add(np.ones([3], 'uint8'), 300);
console.log(r1, r2, r3, r4, r5, r6, rs, r7, r8, r9, r10, r12, r13, r14, r15, r16.length, r17, r18, r19, r20, r22, r23, r24, r25, r26, r27, r29, r30, r31, w, r32, r34, r35, r36, r37, r38, r39, r40, r41);

// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// config with defaults, env-like parse, error handling
const text = `# settings
rows = 2000
cols=100
dtype = float32
scale = 0.25
`;
const settings = Object.fromEntries(text.split('\n').filter((l) => l.includes('=') && !l.startsWith('#')).map((l) => l.split('=').map((s) => s.trim()) as [string, string]));
const num = (k: string, d: number) => { const v = Number(settings[k]); return Number.isFinite(v) ? v : d; };
const rows = num('rows', 10), cols = num('cols', 10), depth = num('depth', 3);
const a = np.ones([rows, cols, depth], settings['dtype'] as 'float32');
const b = a.multiply(num('scale', 1));
console.log(a.shape, a.dtype, b.dtype, b.nbytes);
class ShapeError extends TypeError { got: number[]; constructor(got: number[], o?: ErrorOptions) { super(`bad shape ${got}`, o); this.got = got; } }
function must2d(x: np.NDArray): asserts x is np.NDArray { if (x.ndim !== 2) throw new ShapeError([...x.shape]); }
let res: np.NDArray = np.zeros([1], 'int8');
for (const cand of [b, b.reshape(rows, -1), np.zeros([4, 4])]) {
  try { must2d(cand); res = cand.astype('float64'); break; } catch (e) { if (!(e instanceof ShapeError)) throw e; console.log(e.message); } finally { res = res.copy(); }
}
console.log(res.dtype, res.shape, res.nbytes);
function attempt<T>(f: () => T, fallback: T): T { try { return f(); } catch { return fallback; } }
const ok = attempt(() => np.ones([3, 100_000]).dot(np.ones([4, 2])) as np.NDArray, np.zeros([3, 2], 'float32'));
const ok2 = attempt(() => np.concatenate([np.ones([3, 2]), np.ones([3, 3])]), np.zeros([5, 50_000], 'int16'));
const ok3 = attempt(() => np.ones([300_000]).reshape(7, 11), np.ones([300_000], 'uint8'));
console.log(ok.dtype, ok2.dtype, ok3.dtype, ok3.nbytes);
let x = np.zeros([100_000], 'int16');
try { x = x.add(1); x = x.reshape(3, 7); x = x.astype('float64'); } catch { console.log('kept', x.dtype); }
const after = x.multiply(2);
console.log(after.dtype, after.nbytes);
const tryFinally = () => { try { return np.zeros([100_000]); } finally { x = np.ones([5], 'uint8'); } };
const tf = tryFinally();
console.log(tf.nbytes, x.nbytes);
const override = () => { try { return np.zeros([100_000]); } finally { return np.zeros([200_000], 'int8'); } };
console.log(override().nbytes);
const nested = () => { for (const k of [1, 2, 3]) { try { if (k === 2) return np.full([60_000], k, 'float32'); } finally { if (k === 2) continue; } } return np.full([60_000], 9); };
console.log(nested().dtype);

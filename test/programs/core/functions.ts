import { compile, evaluate, evaluateAsync, narrow, shared, ufunc } from 'bytelens';
import * as np from 'numpy-ts';

const n = 1000;
const big = np.ones([n, n]);
const big2 = np.ones([n, n], 'float32');
const ints = np.ones([n, n], 'int16');
function f1(x: np.NDArray, y: np.NDArray) { return evaluate('x + y * 2', { x, y }); }
function f2(x: np.NDArray) { return evaluate('x + c', { x, c: np.arange(1000) }); }
function f3(x: np.NDArray) { return evaluate('x + c', { x, c: np.arange(1000).reshape(1000, 1) }); }
function f4(x: np.NDArray) { return evaluate('mean(x, axis=1)', { x }); }
function f5(x: np.NDArray) { return evaluate('x * 1.5', { x }, { dtype: 'float32', casting: 'same_kind' }); }
function f6(x: np.NDArray) { const o = np.zeros([n, n], 'float32'); return evaluate('x * 2', { x }, { out: o, casting: 'unsafe', where: x.greater(0) }); }
function f7(x: np.NDArray) { const v = x.slice('1:'); const w = x.slice(':-1'); evaluate('w + 1', { w }, { out: v }); return v; }
function f8(x: np.NDArray) { return ufunc.add.reduce(x, { axis: [0, 1], keepdims: true }); }
function f9(x: np.NDArray) { return ufunc.add.reduce(x, { axis: 0 }); }
function f10(x: np.NDArray) { return ufunc.maximum.accumulate(x.T, { axis: 0 }); }
function f11(x: np.NDArray) { return ufunc.subtract.outer(x.slice('0'), x.slice('1')); }
function f12(x: np.NDArray) { return ufunc.power(x, 2); }
function f13(x: np.NDArray) { return ufunc.greater(x, 0.5); }
function f14(x: np.NDArray) { return ufunc.logical_and.reduce(x, { axis: 1 }); }
function f15(x: np.NDArray) { return narrow(x, 'int8'); }
function f16(x: np.NDArray) { return narrow(x.T, 'uint8'); }
function f17(x: np.NDArray) { let s = x; for (let k = 0; k < 3; k++) s = evaluate('s * 2', { s }); return s; }
function f18(x: np.NDArray) { const s = shared.asshared(x); const t = evaluate('s * 2', { s }); return np.add(t, 1); }
function f19(x: np.NDArray) { const t = x.T; return evaluate('t + u', { t, u: t }); }
function f20(x: np.NDArray) { return evaluate('where(x > 0, x, 0)', { x }); }
function f21(x: np.NDArray) { const o = np.zeros([2, n]); ufunc.add.reduceat(x, [0, 5], { out: o }); return o; }
function f22(x: np.NDArray) { return evaluate`${x} + ${x} * ${2}`; }
function f23(x: np.NDArray) { return evaluate('x', { x }); }
function f24(x: np.NDArray) { return evaluate('~x & 3', { x }); }
function f25(x: np.NDArray) { return evaluate('x / 2', { x }); }
function f26(x: np.NDArray) { const r = evaluate('prod(x, axis=0, keepdims=True)', { x }); return r; }
function f27(x: np.NDArray) { return ufunc.divide(x, x); }
function f28(x: np.NDArray) { return ufunc.add(x, x.slice('0')); }
function f29(x: np.NDArray) { return ufunc.multiply(x.slice(':', '0:500'), 2); }
const c = compile('a*b - 1');
function f30(x: np.NDArray) { return c({ a: x, b: 2 }, { order: 'F' }); }
const later = await evaluateAsync('x*2', { x: big });
const l2 = await c.async({ a: big, b: big2 });
console.log(f1(big, big2), f2(big), f3(big), f4(big), f5(big), f6(big), f7(big.copy()), f8(big), f9(big2), f10(big));
console.log(f11(big), f12(ints), f13(big), f14(ints), f15(ints), f16(ints), f17(big), f18(big), f19(big), f20(big2));
console.log(f21(big), f22(big2), f23(ints), f24(ints), f25(ints), f26(ints), f27(ints), f28(big), f29(big), f30(big), later, l2);

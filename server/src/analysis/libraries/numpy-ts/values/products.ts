/** Sums of products: dot and matrix products, convolutions, differences, norms. */
import { ANYTHING, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import { isAbsent, MOST_ELEMENTS, reduced, total, WIDE } from './reductions.ts';
import { elements, epsilonOf, exactLimit, floatMost, type Rule, type Rules, UNKNOWN, type ValueArg } from './store.ts';

/** Sums of products of two operands, `n` at a time at most. */
const products: Rule = (call) => {
  const [x, y] = [call.args[0], call.args[1]];
  const [a, b] = [elements(x), elements(y)];
  if (!x || !y || !a || !b) return UNKNOWN;
  const sizes = [x, y].map((arg) => (arg.kind === 'array' ? arg.size : arg.kind === 'number' ? 1 : null));
  const known = sizes.filter((s) => s !== null);
  const n = known.length > 0 ? Math.min(...known) : MOST_ELEMENTS;
  const dtypes = [x, y].map((arg) => (arg.kind === 'array' ? arg.dtype : null));
  // Kernels of mixed dtypes read one operand's memory as the other dtype.
  const arrays = [x, y].filter((arg) => arg.kind === 'array');
  if (arrays.length === 2 && (dtypes[0] === null || dtypes[0] !== dtypes[1])) return { math: ANYTHING, unsure: true };
  const narrow = dtypes.find((d) => d === 'float16') ?? dtypes.find((d) => d === 'float32') ?? null;
  const one = I.multiply(a, b);
  const math = total(one, known.length === 2 ? Math.min(1, n) : 0, n, narrow ?? dtypes[0] ?? null, call.resultDType);
  if (call.resultDType !== null) return { math, exact: true };
  const integer = dtypes.find((d) => d !== null && isIntegerDType(d));
  const range = integer ? exactLimit(integer) : 0;
  const fine = !integer || (I.magnitude(math) <= range && I.magnitude(math) < 2 ** 31);
  return fine ? { math, exact: true } : { math: I.join(math, WIDE), unsure: true };
};

/** The sum of a diagonal; in JavaScript numbers, not wrapped. */
const trace: Rule = (call) => {
  const arg = call.args[0];
  const v = elements(arg);
  if (arg?.kind !== 'array' || !v || call.resultDType !== null) return UNKNOWN;
  const most = arg.size === null ? MOST_ELEMENTS : Math.ceil(Math.sqrt(arg.size)) + 1;
  const math = total(v, 0, most, arg.dtype ?? 'float16', null);
  return I.magnitude(math) < 2 ** 53 ? { math, exact: true } : { math: I.join(math, WIDE), unsure: true };
};

/** Differences of neighbours, `n` times. */
const diff: Rule = (call) => {
  const v = elements(call.args[0]);
  const arg = call.args[1];
  const times = isAbsent(arg) ? 1 : arg?.kind === 'number' && arg.values.lo === arg.values.hi ? arg.values.lo : null;
  if (!v || call.args.length > 3 || times === null || times > 20) return UNKNOWN;
  let math = v;
  for (let i = 0; i < times; i++) math = rounded(I.subtract(math, math), call.args[0]);
  return { math, exact: true };
};

function rounded(v: ValueFact, arg: ValueArg | undefined): ValueFact {
  return v.integral ? v : I.slack(v, epsilonOf(arg?.kind === 'array' ? arg.dtype : null));
}

/** Roots of sums of squares, sums, or greatest magnitudes: never negative. */
const norm: Rule = (call) => {
  const r = reduced({ ...call, args: call.args.slice(0, 1) });
  if (!r?.values.finite || call.args.length > 1 || r.dtype === null) return { math: I.fact(0, Infinity, false, false) };
  const squares = total(I.square({ ...r.values, integral: false }), 0, r.most, r.dtype, call.resultDType);
  const hi = Math.sqrt(squares.hi) * (1 + 4 * epsilonOf(r.dtype === 'float16' ? 'float16' : 'float32'));
  const finite = squares.finite && squares.hi < floatMost(r.dtype.startsWith('float') ? r.dtype : 'float32');
  return { math: I.fact(0, finite ? hi : Infinity, false, finite) };
};

export const PRODUCTS: Rules = {
  dot: products,
  matmul: products,
  inner: products,
  vdot: products,
  tensordot: products,
  convolve: products,
  correlate: products,
  'linalg.dot': products,
  'linalg.matmul': products,
  'linalg.inner': products,
  'linalg.tensordot': products,
  trace,
  'linalg.trace': trace,
  diff,
  ediff1d: (call) => (call.args.length === 1 ? diff(call) : UNKNOWN),
  'linalg.norm': norm,
  'linalg.vector_norm': norm,
  'linalg.matrix_norm': () => ({ math: I.fact(0, Infinity, false, false) }),
};

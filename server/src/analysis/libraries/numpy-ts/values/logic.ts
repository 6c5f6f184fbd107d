/** Comparisons, logic and tests of single elements: 0 or 1. */

import * as I from './interval.ts';
import { pair } from './operands.ts';
import { elements, type Rule, type Rules } from './store.ts';

/** 0 or 1. 64-bit integers beside a JavaScript number are compared as bigint and number. */
const comparison: Rule = (call) => {
  const p = pair(call);
  if (!p) return { math: I.fact(0, 1, true, true) };
  const big = p.dtypes.some((d) => d === 'int64' || d === 'uint64');
  const known = !p.dtypes.includes(null) && !p.dtypes.includes('float16');
  return { math: I.fact(0, 1, true, true), exact: known && !(big && p.scalar) };
};

/** 0 or 1 of two truth values; kernels of integers and of float16 truncate a fractional scalar to 0. */
const logical: Rule = (call) => {
  const p = pair(call);
  return { math: I.fact(0, 1, true, true), exact: p !== null && !p.unfit && p.a.integral && p.b.integral };
};

const truth: Rule = (call) => ({ math: I.fact(0, 1, true, true), exact: elements(call.args[0]) !== null });
const bit: Rule = () => ({ math: I.fact(0, 1, true, true) });

export const LOGIC: Rules = {
  unpackbits: bit,
  greater: comparison,
  greater_equal: comparison,
  less: comparison,
  less_equal: comparison,
  equal: comparison,
  not_equal: comparison,
  logical_and: logical,
  logical_or: logical,
  logical_xor: logical,
  logical_not: truth,
  isnan: truth,
  isinf: truth,
  isfinite: truth,
  isneginf: truth,
  isposinf: truth,
  isnat: bit,
  isreal: truth,
  iscomplex: truth,
  signbit: truth,
  isclose: bit,
  in1d: truth,
  isin: truth,
};

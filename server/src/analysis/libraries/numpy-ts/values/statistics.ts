/** Means, medians, percentiles, deviations. */
import type { DType } from 'bytelens/laws';
import { ANYTHING } from '../../../domain/values.ts';
import * as I from './interval.ts';
import { isAbsent, reduced, summing } from './reductions.ts';
import { elements, floatMost, type Rule, type Rules, UNKNOWN } from './store.ts';

/** The greatest number that arithmetic on this operand can reach. */
function narrowMost(operand: DType | null, result: DType | null): number {
  return operand === null || operand === 'float16' ? 65504 : Math.min(floatMost(operand), floatMost(result));
}

/** A mean, a median, a percentile: between the least and the greatest, up to rounding. */
function between(options: { axisAt?: number; exact?: boolean; interpolated?: boolean } = {}): Rule {
  return (call) => {
    const r = reduced(call, options.axisAt);
    if (!r) return UNKNOWN;
    const v = r.values;
    // A dtype that is not known may be the narrowest.
    const dtype = r.dtype ?? 'float16';
    const all = r.most * I.magnitude(v);
    const exactSum = v.integral && all <= 2 ** 52 && !/float(32|16)/.test(`${dtype} ${call.resultDType}`);
    // Along an axis the sum is multiplied by a rounded 1 / n.
    const loose = options.interpolated || !isAbsent(call.args[options.axisAt ?? 1]);
    const rounding = exactSum && !loose ? 0 : summing(r.most, dtype, call.resultDType);
    const error = I.magnitude(v) * rounding;
    const most = narrowMost(dtype, call.resultDType);
    const finite = v.finite && r.least > 0 && Number.isFinite(error) && all < most;
    const wraps = (r.dtype === null || r.dtype.endsWith('int64')) && all >= 2 ** 63;
    if (v.finite && (wraps || !(all < most))) return { math: ANYTHING };
    const math = I.fact(v.lo - error, v.hi + error, !loose && v.lo === v.hi && exactSum, finite);
    return { math, exact: options.exact && !loose && exactSum && r.least > 0 ? 'float64' : false };
  };
}

/** Deviations are at most half of the range, times what `ddof` adds; the mean is rounded. */
function spread(squared: boolean): Rule {
  return (call) => {
    const r = reduced(call);
    if (!r) return UNKNOWN;
    const dtype = r.dtype ?? 'float16';
    const ddof = call.args[2] ? elements(call.args[2]) : I.fact(0, 0, true, true);
    const v = r.values;
    if (!ddof?.finite || !v.finite || r.least <= ddof.hi || ddof.lo < 0) {
      return { math: I.fact(0, Infinity, false, false) };
    }
    const half = ((v.hi - v.lo) / 2 + I.magnitude(v) * summing(r.most, dtype, call.resultDType)) ** 2;
    const most = (half * r.least) / (r.least - ddof.hi);
    const hi = (squared ? most : Math.sqrt(most)) * (1 + summing(r.most, dtype, call.resultDType));
    const squares = I.magnitude(v) ** 2 * r.most;
    const wraps = (r.dtype === null || r.dtype.endsWith('int64')) && I.magnitude(v) * r.most >= 2 ** 63;
    return !wraps && squares < narrowMost(dtype, call.resultDType)
      ? { math: I.fact(0, hi, false, true) }
      : { math: I.fact(0, Infinity, false, false) };
  };
}

const average: Rule = (call) => {
  const weighted = call.args[2] && !isAbsent(call.args[2]);
  if (weighted || call.args.some((arg, i) => i > 0 && (arg.kind === 'array' || arg.kind === 'list')))
    return { math: ANYTHING };
  return between({ exact: true })(call);
};

export const STATISTICS: Rules = {
  mean: between({ exact: true }),
  nanmean: between({ interpolated: true }),
  median: between({ interpolated: true }),
  nanmedian: between({ interpolated: true }),
  percentile: between({ axisAt: 2, interpolated: true }),
  nanpercentile: between({ axisAt: 2, interpolated: true }),
  quantile: between({ axisAt: 2, interpolated: true }),
  nanquantile: between({ axisAt: 2, interpolated: true }),
  average,
  std: spread(false),
  nanstd: spread(false),
  var: spread(true),
  var_: spread(true),
  variance: spread(true),
  nanvar: spread(true),
};

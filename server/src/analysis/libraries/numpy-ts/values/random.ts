/** `np.random.*` and the methods of `default_rng()`. */
import { ANYTHING, type ValueFact } from '../../../domain/values.ts';
import { numberAt } from './creation.ts';
import * as I from './interval.ts';
import { elements, type Rule, type Rules, UNKNOWN, type ValueArg, type ValueCall } from './store.ts';

const UNBOUNDED = I.fact(-Infinity, Infinity, false, true);
const POSITIVE = I.fact(0, Infinity, false, true);
const COUNT = I.fact(0, Infinity, true, true);

const always =
  (math: ValueFact): Rule =>
  () => ({ math });

function isAbsent(arg: ValueArg | undefined): boolean {
  return !arg || (arg.kind === 'other' && (arg.constant === undefined || arg.constant === null));
}

/** Integers from `low` to below `high`; of one argument from 0 to below it. */
function integers(inclusive: 0 | 1): Rule {
  return (call) => {
    const first = numberAt(call, 0, null);
    if (!first || (call.args.length > 3 && call.resultDType === null)) return UNKNOWN;
    const alone = isAbsent(call.args[1]);
    const second = alone ? null : numberAt(call, 1, null);
    if (!alone && !second) return UNKNOWN;
    const low = second ? first : I.fact(inclusive, inclusive, true, true);
    const high = second ?? first;
    const lo = Math.floor(low.lo);
    const hi = Math.ceil(high.hi) - 1 + inclusive;
    const math = I.fact(lo, Math.max(lo, hi), true, first.finite && (second?.finite ?? true));
    return { math: { ...math, plainZero: true } };
  };
}

/** `low` to `high`, and rounding may reach `high`. */
const uniform: Rule = (call) => {
  const [low, high] = [numberAt(call, 0, 0), numberAt(call, 1, 1)];
  if (!low || !high) return UNKNOWN;
  const math = { ...I.join(low, high), integral: false };
  return { math: I.slack({ ...math, finite: math.finite && Number.isFinite(high.hi - low.lo) }, 2 ** -52) };
};

/** Finite for finite parameters. */
function located(...at: number[]): Rule {
  return (call) => {
    const all = at.map((i) => numberAt(call, i, 1));
    return { math: all.every((v) => v?.finite && I.magnitude(v) < 1e150) ? UNBOUNDED : ANYTHING };
  };
}

function upTo(at: number): Rule {
  return (call) => {
    const n = numberAt(call, at, null);
    return { math: n?.finite ? I.fact(0, Math.max(0, Math.ceil(n.hi)), true, true) : COUNT };
  };
}

/** Of an array its elements, of a number `n` 0 to n − 1. */
const drawn: Rule = (call: ValueCall) => {
  const arg = call.args[0];
  if (arg?.kind === 'number') {
    return { math: arg.values.finite ? I.fact(0, Math.max(0, Math.ceil(arg.values.hi) - 1), true, true) : COUNT };
  }
  const v = elements(arg);
  return v ? { math: v } : UNKNOWN;
};

const triangular: Rule = (call) => {
  const ends = [0, 1, 2].map((i) => numberAt(call, i, null));
  if (ends.some((v) => v === null)) return UNKNOWN;
  return { math: I.slack({ ...I.join(...(ends as ValueFact[])), integral: false }, 2 ** -50) };
};

const unit = always(I.fact(0, 1, false, true));

const DISTRIBUTIONS: Rules = {
  random: unit,
  rand: unit,
  random_sample: unit,
  ranf: unit,
  sample: unit,
  randint: integers(0),
  integers: integers(0),
  random_integers: integers(1),
  uniform,
  triangular,
  randn: always(UNBOUNDED),
  standard_normal: always(UNBOUNDED),
  normal: located(0, 1),
  choice: drawn,
  permutation: drawn,
  poisson: always(COUNT),
  binomial: upTo(0),
  multinomial: upTo(0),
  hypergeometric: upTo(2),
  dirichlet: always(I.slack(I.fact(0, 1, false, false), 2 ** -40)),
  beta: always(I.fact(0, 1, false, false)),
  exponential: always({ ...POSITIVE, finite: false }),
  standard_exponential: always(POSITIVE),
  rayleigh: always({ ...POSITIVE, finite: false }),
  ...Object.fromEntries(
    [
      'gamma',
      'standard_gamma',
      'chisquare',
      'noncentral_chisquare',
      'f',
      'noncentral_f',
      'lognormal',
      'pareto',
      'wald',
      'weibull',
    ].map((name) => [name, always({ ...POSITIVE, finite: false })]),
  ),
  power: always(I.fact(0, 1, false, false)),
  geometric: always(COUNT),
  logseries: always(COUNT),
  negative_binomial: always(COUNT),
  zipf: always(COUNT),
  laplace: located(0, 1),
  logistic: always(ANYTHING),
  gumbel: always(ANYTHING),
  standard_cauchy: always(ANYTHING),
  standard_t: always(ANYTHING),
  vonmises: always(I.fact(-4, 4, false, false)),
  bytes: always(I.fact(0, 255, true, true)),
};

export const RANDOM: Rules = Object.fromEntries(
  Object.entries(DISTRIBUTIONS).flatMap(([name, rule]) => [
    [`random.${name}`, rule],
    [`random.default_rng.${name}`, rule],
    [`random.Generator.${name}`, rule],
  ]),
);

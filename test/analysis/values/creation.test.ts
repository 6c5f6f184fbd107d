/** Arrays from sizes, constants and literals, and random numbers: results lie inside the claimed facts. */
import * as np from 'numpy-ts';
import { REAL_DTYPES } from '../../support/dtypes.ts';
import type { Random } from '../../support/random.ts';
import { type Made, makeArray, makeList, makeNumber, numbers, other, property, SIZES, scalar } from './harness.ts';

const dtype = (rng: Random): Made[] => (rng.chance(0.5) ? [] : [other(rng.pick(REAL_DTYPES))]);
const shape = (rng: Random): Made => numbers(rng, rng.pick([[3], [40], [2, 20], [33]]));
const count = (rng: Random): Made => makeNumber(rng, rng.pick(SIZES));

property(['zeros', 'ones'], (rng) => [shape(rng), ...dtype(rng)]);
property(['full'], (rng) => [shape(rng), scalar(rng), ...dtype(rng)], { cases: 200 });
property(['full_like'], (rng) => [makeArray(rng), scalar(rng), ...dtype(rng)], { cases: 200 });
property(['zeros_like', 'ones_like'], (rng) => [makeArray(rng), ...dtype(rng)]);
property(['eye'], (rng) => [count(rng), other(undefined), makeNumber(rng, 1), ...dtype(rng)]);
property(['identity'], (rng) => [count(rng), ...dtype(rng)]);
property(['tri'], (rng) => [count(rng)]);
property(['indices'], (rng) => [shape(rng)]);
property(['vander'], (rng) => [
  makeArray(rng, { shape: [5], most: 10 }),
  ...(rng.chance(0.5) ? [makeNumber(rng, 4)] : []),
]);
property(['diag_indices', 'tril_indices', 'triu_indices'], (rng) => [makeNumber(rng, rng.int(1, 20))]);
property(['diag_indices_from', 'tril_indices_from', 'triu_indices_from'], (rng) => [makeArray(rng, { shape: [6, 6] })]);

function ends(rng: Random): number[] {
  return rng.pick([
    () => [rng.int(-5, 300)],
    () => [rng.int(-300, 5), rng.int(0, 300)],
    () => [rng.int(0, 300), rng.int(-300, 300), rng.pick([1, 2, -1, -3, 0.5, -0.25, 0.1, 7])],
    () => [rng.unit(), rng.unit() * 20, 0.1 + rng.unit()],
    () => [rng.unit() * 5],
    () => [1, 1.3, 0.1],
  ])();
}

property(
  ['arange'],
  (rng) => {
    const given = ends(rng).map((x) => makeNumber(rng, x));
    if (rng.chance(0.7)) return given;
    while (given.length < 3) given.push(given.length === 1 ? makeNumber(rng, rng.int(0, 200)) : makeNumber(rng, 1));
    return [...given, ...dtype(rng)];
  },
  { cases: 500 },
);

const real = (rng: Random) => makeNumber(rng, rng.pick([0, 1, -1, 0.5, 100, rng.int(-300, 300), rng.unit() * 1e6]));

property(['linspace'], (rng) => [real(rng), real(rng), ...(rng.chance(0.7) ? [count(rng), ...dtype(rng)] : [])], {
  cases: 400,
});
property(
  ['logspace'],
  (rng) => [
    makeNumber(rng, rng.int(-3, 5)),
    makeNumber(rng, rng.unit() * 5),
    count(rng),
    ...(rng.chance(0.4) ? [makeNumber(rng, 2)] : []),
  ],
  { cases: 120 },
);
property(
  ['geomspace'],
  (rng) => [makeNumber(rng, rng.int(1, 50)), makeNumber(rng, 0.1 + rng.unit() * 500), count(rng), ...dtype(rng)],
  { cases: 120 },
);

const literals = (rng: Random, depth: number): Made =>
  depth === 0
    ? rng.chance(0.1)
      ? other(rng.chance(0.5))
      : scalar(rng)
    : makeList(...Array.from({ length: rng.pick([1, 2, 3, 40]) }, () => literals(rng, depth - 1)));

property(['array', 'asarray', 'asanyarray'], (rng) => [literals(rng, 1), ...dtype(rng)], { cases: 150 });
property(['array'], (rng) => [makeList(numbers(rng, [1, 2.5]), numbers(rng, [3, rng.int(0, 300)])), ...dtype(rng)], {
  cases: 100,
});
property(['array'], (rng) => [makeList(numbers(rng, [1, 2]), numbers(rng, [3])), ...dtype(rng)], {
  cases: 40,
  atLeast: 1,
});
property(['array'], (rng) => [makeList(makeArray(rng, { shape: [3] }), makeArray(rng, { shape: [3] }))], {
  cases: 30,
  atLeast: 0,
});
property(
  ['array', 'asarray', 'ascontiguousarray', 'asfortranarray', 'require'],
  (rng) => [makeArray(rng), ...dtype(rng)],
  { cases: 200, atLeast: 5 },
);

np.random.seed(7);

const size = (rng: Random): Made[] => (rng.chance(0.15) ? [] : [rng.chance(0.5) ? count(rng) : shape(rng)]);
const bound = (rng: Random) => makeNumber(rng, rng.pick([rng.int(1, 10), rng.int(10, 300), 256, 70000, 2 ** 31]));
const positive = (rng: Random) => makeNumber(rng, rng.pick([0.5, 1, 2, 10, 1e-3, 50]));

property(
  ['random.randint'],
  (rng) =>
    rng.pick([
      () => [bound(rng), ...(rng.chance(0.5) ? [other(rng.chance(0.5) ? undefined : null), count(rng)] : [])],
      () => [makeNumber(rng, rng.int(-300, 0)), bound(rng), ...size(rng)],
      () => [makeNumber(rng, 0), bound(rng), count(rng), ...dtype(rng)],
    ])(),
  { cases: 300 },
);
property(['random.random_integers'], (rng) => [makeNumber(rng, rng.int(-5, 0)), bound(rng), ...size(rng)]);
property(['random.rand', 'random.randn'], (rng) => [count(rng)]);
property(
  [
    'random.random',
    'random.random_sample',
    'random.ranf',
    'random.sample',
    'random.standard_normal',
    'random.standard_exponential',
  ],
  size,
);
property(['random.uniform'], (rng) => [makeNumber(rng, rng.int(-5, 0)), positive(rng), ...size(rng)], { cases: 100 });
property(['random.normal', 'random.laplace', 'random.logistic', 'random.gumbel'], (rng) => [
  real(rng),
  positive(rng),
  ...size(rng),
]);
property(
  [
    'random.poisson',
    'random.exponential',
    'random.rayleigh',
    'random.chisquare',
    'random.pareto',
    'random.weibull',
    'random.standard_gamma',
    'random.standard_t',
  ],
  (rng) => [positive(rng), ...size(rng)],
);
property(['random.binomial'], (rng) => [makeNumber(rng, rng.int(1, 100)), makeNumber(rng, rng.unit()), ...size(rng)]);
property(['random.negative_binomial'], (rng) => [
  makeNumber(rng, rng.int(1, 20)),
  makeNumber(rng, 0.1 + rng.unit() * 0.8),
  ...size(rng),
]);
property(['random.geometric', 'random.logseries'], (rng) => [makeNumber(rng, 0.1 + rng.unit() * 0.8), ...size(rng)]);
property(['random.hypergeometric'], (rng) => [
  makeNumber(rng, 10),
  makeNumber(rng, 10),
  makeNumber(rng, rng.int(1, 15)),
  ...size(rng),
]);
property(['random.beta', 'random.gamma', 'random.lognormal', 'random.f', 'random.wald'], (rng) => [
  positive(rng),
  positive(rng),
  ...size(rng),
]);
property(['random.multinomial'], (rng) => [makeNumber(rng, rng.int(1, 50)), numbers(rng, [0.2, 0.3, 0.5])]);
property(['random.dirichlet'], (rng) => [numbers(rng, [1, 2, rng.unit() + 0.1])]);
property(['random.triangular'], (rng) => [
  makeNumber(rng, -1),
  makeNumber(rng, rng.unit()),
  makeNumber(rng, 2),
  ...size(rng),
]);
property(['random.choice'], (rng) => [rng.chance(0.5) ? bound(rng) : makeArray(rng, { shape: [9] }), count(rng)], {
  cases: 100,
});
property(['random.permutation'], (rng) => [rng.chance(0.3) ? makeNumber(rng, 40) : makeArray(rng, { shape: [40] })], {
  cases: 100,
  atLeast: 5,
});
property(['random.vonmises'], (rng) => [makeNumber(rng, 0), positive(rng), ...size(rng)]);
property(['random.power', 'random.zipf'], (rng) => [makeNumber(rng, rng.pick([1.5, 2, 3])), ...size(rng)]);
property(['random.standard_cauchy'], size);

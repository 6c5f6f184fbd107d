/** Reductions, accumulations and products: results lie inside the claimed facts. */
import type { Random } from '../../support/random.ts';
import { type Made, makeArray, makeNumber, other, property, randomShape } from './harness.ts';

function axis(rng: Random): Made[] {
  if (rng.chance(0.4)) return [];
  if (rng.chance(0.15)) return [other(undefined), other(true)];
  return [makeNumber(rng, rng.int(0, 1))];
}

property(
  [
    ...[
      'sum',
      'nansum',
      'prod',
      'nanprod',
      'cumsum',
      'nancumsum',
      'cumprod',
      'nancumprod',
      'cumulative_sum',
      'cumulative_prod',
    ],
    ...['mean', 'nanmean', 'median', 'nanmedian', 'average', 'max', 'min', 'amax', 'amin', 'nanmax', 'nanmin', 'ptp'],
    ...['all', 'any', 'count_nonzero', 'argmax', 'argmin', 'nanargmax', 'nanargmin'],
  ],
  (rng) => [makeArray(rng, { most: rng.pick([1, 2, 3, 200, 1e9, Infinity]) }), ...axis(rng)],
  { cases: 150 },
);

property(
  ['percentile', 'nanpercentile', 'quantile', 'nanquantile'],
  (rng) => [makeArray(rng), makeNumber(rng, rng.pick([0, 0.25, 0.5, 1])), ...axis(rng)],
  { cases: 120 },
);

property(
  ['std', 'nanstd', 'var', 'variance', 'nanvar'],
  (rng) => {
    const ddof = rng.chance(0.3) ? [makeNumber(rng, rng.pick([0, 1, 1.5, 2]))] : [];
    const along = rng.chance(0.5) ? makeNumber(rng, rng.int(0, 1)) : other(undefined);
    return [makeArray(rng), along, ...ddof];
  },
  { cases: 150 },
);

property(
  ['average'],
  (rng) => {
    const shape = randomShape(rng);
    return [
      makeArray(rng, { shape }),
      rng.chance(0.5) ? other(undefined) : makeNumber(rng, 0),
      makeArray(rng, { shape }),
    ];
  },
  { cases: 60 },
);

property(
  ['dot', 'inner', 'vdot', 'vecdot', 'matmul', 'tensordot', 'matvec', 'vecmat', 'linalg.dot', 'linalg.matmul'],
  (rng) => {
    const dtypes = rng.chance(0.6)
      ? [rng.pick(['uint8', 'int8', 'uint16', 'int32', 'uint32', 'float32', 'float64', 'int64'] as const)]
      : undefined;
    const most = rng.pick([1, 3, 100, 1e4, 1e9, Infinity]);
    const [m, k, n] = [rng.pick([1, 2, 5, 20]), rng.pick([1, 3, 33, 40]), rng.pick([1, 2, 9, 33])];
    const shapes = rng.pick([
      [[k], [k]],
      [
        [m, k],
        [k, n],
      ],
      [[m, k], [k]],
      [[k], [k, n]],
      [
        [m, k],
        [n, k],
      ],
      [
        [k, k],
        [k, k],
      ],
    ]) as [number[], number[]];
    const options = { most, ...(dtypes ? { dtypes } : {}) };
    const operands = [
      makeArray(rng, { ...options, shape: shapes[0] }),
      makeArray(rng, { ...options, shape: shapes[1] }),
    ];
    return operands;
  },
  { cases: 150, atLeast: 5 },
);

property(['tensordot'], (rng) => {
  const most = rng.pick([1, 3, 100, 1e4, 1e9]);
  const k = rng.pick([2, 5, 33]);
  return [makeArray(rng, { shape: [3, k], most }), makeArray(rng, { shape: [k, 4], most }), makeNumber(rng, 1)];
});

property(['dot'], (rng) => [makeArray(rng), makeNumber(rng, rng.pick([0, 2, -3, 300]))], { atLeast: 0 });

property(['trace', 'linalg.trace'], (rng) => [
  makeArray(rng, {
    shape: rng.pick([
      [3, 3],
      [40, 40],
      [2, 5],
    ]),
  }),
]);

property(['outer', 'kron'], (rng) => {
  const most = rng.pick([1, 100, 1e4, 1e9, Infinity]);
  return [makeArray(rng, { shape: [33], most }), makeArray(rng, { shape: [rng.pick([1, 5, 9])], most })];
});

property(['diff', 'ediff1d'], (rng) => [makeArray(rng), ...(rng.chance(0.3) ? [makeNumber(rng, rng.int(1, 2))] : [])], {
  cases: 150,
});

property(['linalg.norm', 'linalg.vector_norm', 'linalg.matrix_norm'], (rng) => [makeArray(rng)], { cases: 150 });

property(
  ['convolve', 'correlate'],
  (rng) => {
    const dtypes = rng.chance(0.8)
      ? [rng.pick(['uint8', 'int8', 'uint16', 'int32', 'uint32', 'float32', 'float64', 'int64'] as const)]
      : undefined;
    const options = { most: rng.pick([1, 100, 1e4, 1e9]), ...(dtypes ? { dtypes } : {}) };
    return [
      makeArray(rng, { ...options, shape: [rng.pick([5, 40, 100])] }),
      makeArray(rng, { ...options, shape: [rng.pick([1, 3, 40])] }),
    ];
  },
  { cases: 150 },
);

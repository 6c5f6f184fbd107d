/** Functions that move, choose or convert elements: results lie inside the claimed facts. */
import { REAL_DTYPES } from '../../support/dtypes.ts';
import type { Random } from '../../support/random.ts';
import {
  arrayOf,
  type Builder,
  makeArray,
  makeList,
  makeNumber,
  numbers,
  other,
  property,
  randomShape,
  scalar,
} from './harness.ts';

const one =
  (...rest: readonly ((rng: Random) => ReturnType<Builder>[number])[]): Builder =>
  (rng) => [makeArray(rng), ...rest.map((make) => make(rng))];

property(
  [
    'copy',
    'ravel',
    'flatten',
    'squeeze',
    'transpose',
    'flip',
    'fliplr',
    'flipud',
    'rot90',
    'atleast_1d',
    'atleast_2d',
    'atleast_3d',
    'trim_zeros',
  ],
  one(),
  { cases: 50, atLeast: 5 },
);
property(
  [
    'sort',
    'argsort',
    'unique',
    'unique_values',
    'unique_all',
    'unique_counts',
    'unique_inverse',
    'nonzero',
    'flatnonzero',
    'argwhere',
    'positive',
    'unstack',
    'matrix_transpose',
    'tril',
    'triu',
    'diagonal',
    'diag',
    'diagflat',
    'tolist',
  ],
  one(),
  { cases: 60, atLeast: 10 },
);
property(['reshape'], (rng) => [makeArray(rng, { shape: [4, 10] }), numbers(rng, rng.pick([[40], [8, 5], [2, 20]]))]);
property(
  ['expand_dims', 'roll', 'repeat', 'tile', 'delete'],
  one((rng) => makeNumber(rng, rng.int(0, 1))),
);
property(
  ['swapaxes'],
  one(
    (rng) => makeNumber(rng, 0),
    (rng) => makeNumber(rng, 0),
  ),
);
property(
  ['moveaxis'],
  one(
    (rng) => makeNumber(rng, 0),
    (rng) => makeNumber(rng, 0),
  ),
);
property(
  ['partition', 'argpartition'],
  one((rng) => makeNumber(rng, 0)),
);
property(['split', 'array_split', 'vsplit', 'hsplit'], (rng) => [
  makeArray(rng, { shape: [40, 2] }),
  makeNumber(rng, 2),
]);
property(
  ['resize'],
  one((rng) => numbers(rng, [rng.int(1, 50)])),
);
property(['broadcast_to'], (rng) => [makeArray(rng, { shape: [5] }), numbers(rng, [3, 5])]);
property(['broadcast_arrays'], (rng) => [makeArray(rng, { shape: [5] }), makeArray(rng, { shape: [40, 1] })]);
property(['slice'], (rng) => [makeArray(rng, { shape: [40] }), other('1:9:2')]);

property(
  ['take'],
  (rng) => [
    makeArray(rng, { shape: [40] }),
    rng.chance(0.5)
      ? numbers(rng, [0, 3, -1])
      : makeArray(rng, { shape: [5], least: 0, most: 39, dtypes: ['int32', 'int64'], finite: true }),
  ],
  { atLeast: 5 },
);
property(['iindex'], (rng) => [makeArray(rng, { shape: [40] }), numbers(rng, [0, 3, 7])]);
property(['bindex'], (rng) => [makeArray(rng, { shape: [40] }), makeArray(rng, { shape: [40], dtypes: ['bool'] })]);
property(
  ['concatenate', 'concat', 'stack', 'vstack', 'hstack', 'dstack', 'column_stack', 'row_stack'],
  (rng) => {
    const shape = randomShape(rng);
    return [makeList(...Array.from({ length: rng.int(1, 3) }, () => makeArray(rng, { shape })))];
  },
  { cases: 150 },
);
property(['append', 'union1d', 'setxor1d', 'intersect1d', 'setdiff1d'], (rng) => [makeArray(rng), makeArray(rng)], {
  cases: 150,
});
property(['append'], (rng) => [makeArray(rng), rng.chance(0.5) ? scalar(rng) : numbers(rng, [1, 2.5, 300])]);
property(
  ['insert'],
  (rng) => [
    makeArray(rng, { shape: [40] }),
    makeNumber(rng, 1),
    rng.chance(0.5) ? scalar(rng) : makeArray(rng, { shape: [1] }),
  ],
  { cases: 120 },
);
property(
  ['where'],
  (rng) => {
    const shape = randomShape(rng);
    const condition = makeArray(rng, { shape, dtypes: ['bool'] });
    const branch = () => (rng.chance(0.3) ? scalar(rng) : makeArray(rng, { shape }));
    return rng.chance(0.15) ? [condition] : [condition, branch(), branch()];
  },
  { cases: 250 },
);
property(
  ['select'],
  (rng) => {
    const shape = randomShape(rng);
    const mask = () => makeArray(rng, { shape, dtypes: ['bool'] });
    const two = [makeList(mask(), mask()), makeList(makeArray(rng, { shape }), makeArray(rng, { shape }))];
    return rng.chance(0.5) ? two : [...two, scalar(rng)];
  },
  { cases: 150 },
);
property(
  ['choose'],
  (rng) => {
    const shape = [40];
    return [
      makeArray(rng, { shape, dtypes: ['int32'], least: 0, most: 1 }),
      makeList(makeArray(rng, { shape }), makeArray(rng, { shape })),
    ];
  },
  { cases: 120 },
);
property(
  ['compress', 'extract'],
  (rng) => [makeArray(rng, { shape: [40], dtypes: ['bool'] }), makeArray(rng, { shape: [40] })],
  { cases: 80 },
);
property(['compress'], (rng) => [makeArray(rng, { shape: [40] }), makeArray(rng, { shape: [40], dtypes: ['bool'] })], {
  cases: 80,
  atLeast: 5,
});
property(
  ['clip'],
  (rng) => {
    const shape = randomShape(rng);
    const bound = () =>
      rng.chance(0.15)
        ? other(null)
        : rng.chance(0.8)
          ? scalar(rng)
          : makeArray(rng, { shape: rng.chance(0.3) ? [1] : shape });
    return [makeArray(rng, { shape }), bound(), bound()];
  },
  { cases: 500 },
);
property(
  ['pad'],
  (rng) => [
    makeArray(rng),
    makeNumber(rng, rng.int(0, 2)),
    ...(rng.chance(0.5) ? [other('constant'), scalar(rng)] : []),
  ],
  { cases: 120 },
);
property(['astype'], (rng) => [makeArray(rng), other(rng.pick(REAL_DTYPES))], { cases: 400 });
property(['searchsorted', 'digitize', 'isin', 'in1d'], (rng) => [
  makeArray(rng, { shape: [20], finite: true }),
  makeArray(rng, { shape: [33], finite: true }),
]);
property(
  ['bincount'],
  (rng) => [makeArray(rng, { least: 0, most: 50, dtypes: ['int32', 'uint8', 'int64'], finite: true, shape: [50] })],
  { atLeast: 5 },
);
property(
  ['bincount'],
  (rng) => [makeArray(rng, { least: 0, most: 50, dtypes: ['int32'], shape: [50] }), makeArray(rng, { shape: [50] })],
  { atLeast: 5 },
);
property(['histogram'], (rng) => [
  makeArray(rng, { finite: true }),
  ...(rng.chance(0.6) ? [makeNumber(rng, rng.int(1, 9))] : []),
]);
property(['packbits', 'unpackbits', 'bitwise_count'], (rng) => [makeArray(rng, { dtypes: ['uint8'] })]);
property(['meshgrid'], (rng) => [makeArray(rng, { shape: [5] }), makeArray(rng, { shape: [40] })]);

property(['fft.fftshift', 'fft.ifftshift', 'real_if_close', 'view', 'angle'], one());
property(['lexsort'], (rng) => [makeList(makeArray(rng, { shape: [40] }), makeArray(rng, { shape: [40] }))]);
property(
  ['interp'],
  (rng) => {
    const nodes = Array.from({ length: 9 }, (_, i) => i * 3 + rng.unit());
    const given = [
      makeArray(rng, { shape: [40], most: 40 }),
      arrayOf(rng, nodes, [9], 'float64'),
      makeArray(rng, { shape: [9] }),
    ];
    return rng.chance(0.5) ? given : [...given, scalar(rng), scalar(rng)];
  },
  { cases: 100 },
);

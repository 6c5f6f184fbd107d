/** Facts of ordinary code: sound is not enough, they must say something. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DType } from 'bytelens/laws';
import { ANYTHING, type ValueFact } from '../../../server/src/analysis/domain/values.ts';
import { transfer, type ValueArg, writeValues } from '../../../server/src/analysis/libraries/numpy-ts/values/index.ts';
import { factOf } from './harness.ts';

const array = (dtype: DType, lo: number, hi: number, size: number | null = 1000, integral = true): ValueArg => ({
  kind: 'array',
  values: { lo, hi, integral, finite: true },
  dtype,
  size,
});
const unknown = (dtype: DType, size: number | null = 1000): ValueArg => ({
  kind: 'array',
  values: ANYTHING,
  dtype,
  size,
});
const num = (x: number): ValueArg => ({ kind: 'number', values: factOf([x]) });
const list = (...items: ValueArg[]): ValueArg => ({ kind: 'list', items });
const none: ValueArg = { kind: 'other', constant: undefined };

function of(path: string, args: ValueArg[], resultDType: DType | null, resultSize: number | null = 1000) {
  const r = transfer({ path, args, resultDType, resultSize });
  const { lo, hi, integral, finite } = r.values;
  return [
    lo,
    hi,
    integral ? 'integral' : 'real',
    finite ? 'finite' : 'maybe NaN',
    r.overflow ? 'overflow' : 'fits',
    r.exactInteger ? 'exact' : '',
  ]
    .join(' ')
    .trim();
}

const CASES: readonly (readonly [string, string, string])[] = [
  ['zeros', of('zeros', [list(num(10))], 'float64', 10), '0 0 integral finite fits exact'],
  ['full(…, 7)', of('full', [list(num(10)), num(7)], 'int32', 10), '7 7 integral finite fits exact'],
  ['full uint8 300', of('full', [list(num(10)), num(300)], 'uint8', 10), '0 255 integral finite overflow'],
  ['arange(1000)', of('arange', [num(1000)], 'float64'), '0 999 integral finite fits exact'],
  ['arange(10, 0, -2)', of('arange', [num(10), num(0), num(-2)], 'float64', 5), '2 10 integral finite fits exact'],
  [
    'arange(n)',
    of('arange', [{ kind: 'number', values: { lo: 0, hi: 500, integral: true, finite: true } }], 'float64', null),
    '0 499 integral finite fits exact',
  ],
  ['linspace(0, 1)', of('linspace', [num(0), num(1)], 'float64', 50), '0 0.9999999999999999 real finite fits'],
  [
    'array([1, 2, 300])',
    of('array', [list(num(1), num(2), num(300))], 'float64', 3),
    '1 300 integral finite fits exact',
  ],
  ['randint(0, 256)', of('random.randint', [num(0), num(256), num(1000)], 'int64'), '0 255 integral finite fits'],
  ['randint(10)', of('random.randint', [num(10), none, num(1000)], 'int64'), '0 9 integral finite fits'],
  ['random', of('random.random', [num(1000)], 'float64'), '0 1 real finite fits'],
  ['uint8 unknown + 1', of('add', [unknown('uint8'), num(1)], 'uint8'), '0 255 integral finite overflow'],
  ['int32 of bytes + 1', of('add', [array('int32', 0, 255), num(1)], 'int32'), '1 256 integral finite fits exact'],
  [
    'float64 of bytes * 2',
    of('multiply', [array('float64', 0, 255), num(2)], 'float64'),
    '0 510 integral finite fits exact',
  ],
  ['int32 * 2.5', of('multiply', [array('int32', 0, 10), num(2.5)], 'int32'), '0 30 integral finite overflow'],
  ['bytes / 255', of('divide', [unknown('uint8'), num(255)], 'float64'), '0 1 real finite fits exact'],
  [
    'bytes + bytes as uint16',
    of('add', [array('uint16', 0, 255), array('uint16', 0, 255)], 'uint16'),
    '0 510 integral finite fits exact',
  ],
  [
    'int64 unknown + 0',
    of('add', [unknown('int64'), num(0)], 'int64'),
    `${-(2 ** 63)} ${2 ** 63} integral finite overflow`,
  ],
  ['float64 unknown + 1', of('add', [unknown('float64'), num(1)], 'float64'), '-Infinity Infinity real maybe NaN fits'],
  ['mod 256', of('mod', [array('float64', 0, 999), num(256)], 'float64'), '0 255 integral finite fits exact'],
  ['floor_divide', of('floor_divide', [array('int32', 0, 1000), num(10)], 'int32'), '0 100 integral finite fits exact'],
  ['bytes > 127.5', of('greater', [unknown('uint8'), num(127.5)], 'bool'), '0 1 integral finite fits exact'],
  [
    'clip to bytes',
    of('clip', [array('float64', -50, 900), num(0), num(255)], 'float64'),
    '0 255 integral finite fits exact',
  ],
  [
    'clip(0, null)',
    of('clip', [array('int32', -5, 5), num(0), { kind: 'other', constant: null }], 'int32'),
    `${-(2 ** 31)} ${2 ** 31 - 1} integral finite overflow`,
  ],
  ['round of clipped', of('round', [array('float64', 0, 255, 1000, false)], 'float64'), '0 255 integral finite fits'],
  ['floor', of('floor', [array('float64', 0.5, 9.5, 1000, false)], 'float64'), '0 9 integral finite fits'],
  ['sqrt of unknown bytes', of('sqrt', [unknown('uint8')], 'float32'), '0 15.968727111816406 real maybe NaN fits'],
  ['sum of bytes', of('sum', [unknown('uint8')], null, null), '0 255000 integral finite fits exact'],
  [
    'sum of bytes along an axis',
    of('sum', [unknown('uint8'), num(0)], 'uint64', 10),
    '0 25500 integral finite fits exact',
  ],
  [
    'sum of int32',
    of('sum', [unknown('int32')], null, null),
    `${-(2 ** 31) * 1000} ${(2 ** 31 - 1) * 1000} integral finite overflow`,
  ],
  ['mean of bytes', of('mean', [unknown('uint8')], null, null), '0 255 real finite fits exact'],
  ['max', of('max', [array('int32', 3, 99)], null, null), '3 99 integral finite fits exact'],
  ['max of int64', of('max', [unknown('int64'), num(0)], 'int64', 10), `${-(2 ** 63)} ${2 ** 63} integral finite fits`],
  ['argmax', of('argmax', [unknown('float64')], null, null), '0 999 integral finite fits'],
  [
    'matmul of bytes',
    of('matmul', [array('int32', 0, 255, 100), array('int32', 0, 255, 100)], 'int32', 100),
    '0 6502500 integral finite fits exact',
  ],
  ['copy of int64', of('copy', [unknown('int64')], 'int64'), `${-(2 ** 63)} ${2 ** 63} integral finite fits`],
  ['reshape', of('reshape', [array('float64', 0, 9)], 'float64'), '0 9 integral finite fits exact'],
  [
    'concatenate int8 with float32',
    of('concatenate', [list(array('int8', 0, 1), array('float32', 0.5, 2.5, 10, false))], 'int8'),
    '0 3 integral finite overflow',
  ],
  [
    'concatenate',
    of('concatenate', [list(array('uint8', 0, 9), array('uint8', 5, 20))], 'uint8'),
    '0 20 integral finite fits exact',
  ],
  [
    'where',
    of('where', [array('bool', 0, 1), array('float64', 0, 9), num(-1)], 'float64'),
    '-1 9 integral finite fits exact',
  ],
  [
    'astype uint8',
    of('astype', [array('float64', 0, 255), { kind: 'other', constant: 'uint8' }], 'uint8'),
    '0 255 integral finite fits exact',
  ],
  [
    'astype uint8 of fractions',
    of('astype', [array('float64', 0, 1, 1000, false), { kind: 'other', constant: 'uint8' }], 'uint8'),
    '0 1 integral finite overflow',
  ],
  [
    'astype float32',
    of('astype', [unknown('uint16'), { kind: 'other', constant: 'float32' }], 'float32'),
    '0 65535 integral finite fits exact',
  ],
  [
    'astype bool',
    of('astype', [array('float64', -3, 900, 1000, false), { kind: 'other', constant: 'bool' }], 'bool'),
    '0 1 integral finite fits',
  ],
  ['bitwise_and 15', of('bitwise_and', [unknown('int32'), num(15)], 'int32'), '0 15 integral finite fits exact'],
  ['right_shift 4', of('right_shift', [unknown('uint16'), num(4)], 'uint16'), '0 4095 integral finite fits exact'],
  [
    'exp',
    of('exp', [array('float64', -1, 0, 1000, false)], 'float64'),
    `${Math.exp(-1) * (1 - 2 ** -40 - 2 ** -49)} ${1 + 2 ** -40 + 2 ** -49} real finite fits`,
  ],
  [
    'sin',
    of('sin', [array('float64', 0, 6.3, 1000, false)], 'float64').replace(/\d\.\d+/g, '1'),
    '-1 1 real finite fits',
  ],
  ['std of bytes', of('std', [unknown('uint8')], null, null).replace(/\.\d+/, ''), '0 127 real finite fits'],
  [
    'digitize',
    of('digitize', [unknown('float64'), array('float64', 0, 1, 5, false)], 'float64'),
    '0 5 integral finite fits',
  ],
  ['no such function', of('no_such_function', [unknown('float64')], 'int16'), '-32768 32767 integral finite fits'],
];

for (const [name, found, expected] of CASES) test(name, () => assert.equal(found, expected));

test('what writing stores', () => {
  const fact = (v: ValueFact) => [v.lo, v.hi, v.integral, v.finite];
  assert.deepEqual(fact(writeValues('fill', [unknown('float64'), num(3)], 0)), [3, 3, true, true]);
  assert.deepEqual(fact(writeValues('set', [unknown('uint8'), list(num(0)), num(300)], 0)), [0, 255, true, true]);
  assert.deepEqual(fact(writeValues('copyto', [unknown('int32'), array('uint8', 1, 9)], 0)), [1, 9, true, true]);
});

/** numpy-ts functions that work element by element, or along the last axis, as functions of two equal-shaped arrays. */

import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';

export type Operation = (x: NDArray, y: NDArray) => NDArray;

const UNARY = [
  ...['abs', 'negative', 'positive', 'sqrt', 'cbrt', 'square', 'reciprocal', 'sign', 'conj', 'real', 'imag', 'angle'],
  ...['exp', 'exp2', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sinc', 'i0', 'spacing', 'degrees', 'radians'],
  ...['sin', 'cos', 'tan', 'arcsin', 'arccos', 'arctan', 'sinh', 'cosh', 'tanh', 'arcsinh', 'arccosh', 'arctanh'],
  ...['rint', 'around', 'floor', 'ceil', 'trunc', 'fix', 'nan_to_num', 'isnan', 'isinf', 'isfinite', 'signbit'],
  ...['logical_not', 'bitwise_not', 'bitwise_count'],
];
const BINARY = [
  ...['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'mod', 'fmod', 'power', 'float_power', 'ldexp'],
  ...['maximum', 'minimum', 'fmax', 'fmin', 'arctan2', 'hypot', 'logaddexp', 'logaddexp2', 'copysign', 'nextafter'],
  ...['gcd', 'lcm', 'bitwise_and', 'bitwise_or', 'bitwise_xor', 'left_shift', 'right_shift', 'heaviside'],
  ...[
    'greater',
    'less',
    'equal',
    'not_equal',
    'greater_equal',
    'less_equal',
    'logical_and',
    'logical_or',
    'logical_xor',
  ],
];
const ALONG_LAST = [
  ...['sum', 'mean', 'max', 'min', 'prod', 'std', 'var', 'argmax', 'argmin', 'any', 'all', 'median', 'ptp'],
  ...['nansum', 'nanmean', 'count_nonzero', 'cumsum', 'cumprod', 'sort', 'argsort', 'flip'],
];

const library = np as unknown as Record<string, ((...args: unknown[]) => NDArray) | undefined>;

function named(name: string): (...args: unknown[]) => NDArray {
  const found = library[name];
  if (found === undefined) throw new Error(`numpy-ts has no ${name}`);
  return found;
}

/** Element by element. */
export const ELEMENTWISE = new Map<string, Operation>([
  ...UNARY.map((name): [string, Operation] => [name, (x) => named(name)(x)]),
  ...BINARY.flatMap((name): [string, Operation][] => [
    [name, (x, y) => named(name)(x, y)],
    [`${name} 3`, (x) => named(name)(x, 3)],
    [`${name} 0.5`, (x) => named(name)(x, 0.5)],
  ]),
  ['clip', (x) => np.clip(x, 1, 5)],
  ['where', (x, y) => np.where(np.greater(x, y), x, y) as NDArray],
  ...['float64', 'float32', 'float16', 'int64', 'int8', 'uint16', 'bool', 'complex64'].map(
    (dtype): [string, Operation] => [`astype ${dtype}`, (x) => x.astype(dtype as 'float64')],
  ),
  ['chain', (x, y) => x.multiply(x).add(y.multiply(y)).add(x.multiply(y).multiply(2))],
]);

/** Along the last axis. */
export const LAST_AXIS = new Map<string, Operation>([
  ...ALONG_LAST.map((name): [string, Operation] => [`${name} -1`, (x) => named(name)(x, x.ndim - 1)]),
  ['sin of sum', (x, y) => np.sin(x.multiply(y).sum(x.ndim - 1) as NDArray)],
  ['keepdims', (x) => x.subtract(x.mean(x.ndim - 1, true) as NDArray)],
]);

/** Which functions give parts of their result from parts of their inputs: what blocks can be cut along. */
import { ARITHMETIC } from './values/arithmetic.ts';
import { FUNCTIONS } from './values/functions.ts';
import { LOGIC } from './values/logic.ts';
import { REDUCTIONS } from './values/reductions.ts';
import { STATISTICS } from './values/statistics.ts';

/** Functions in the tables of element-wise ones whose elements depend on others. */
const NOT_LOCAL = new Set(['outer', 'kron', 'packbits', 'unpackbits', 'in1d', 'isin']);

/** Whether each element of the result comes from the elements at the same place. */
export function isElementwise(name: string): boolean {
  if (NOT_LOCAL.has(name)) return false;
  return Object.hasOwn(ARITHMETIC, name) || Object.hasOwn(FUNCTIONS, name) || Object.hasOwn(LOGIC, name);
}

/** Reductions whose second argument is not the axis. */
const OTHER_SECOND = /percentile|quantile|average|cum|argpartition/;

/** Whether the function reduces along the axis that its second argument names. */
export function reducesAxis(name: string): boolean {
  if (OTHER_SECOND.test(name)) return false;
  return Object.hasOwn(REDUCTIONS, name) || Object.hasOwn(STATISTICS, name);
}

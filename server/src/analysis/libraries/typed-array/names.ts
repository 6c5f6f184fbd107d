/** The constructors of typed arrays. */
import type { TypedArrayName } from 'bytelens/laws';

const NAMES: readonly string[] = [
  'Float64Array',
  'Float32Array',
  'Float16Array',
  'BigInt64Array',
  'BigUint64Array',
  'Int32Array',
  'Uint32Array',
  'Int16Array',
  'Uint16Array',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
];

export function isTypedArrayName(name: string): name is TypedArrayName {
  return NAMES.includes(name);
}

/** The constructors of typed arrays. */
import { TYPED_ARRAYS, type TypedArrayName } from 'bytelens/laws';

export function isTypedArrayName(name: string): name is TypedArrayName {
  return (TYPED_ARRAYS as readonly string[]).includes(name);
}

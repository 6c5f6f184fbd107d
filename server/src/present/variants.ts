/** What an array is one time and another, as a person reads it. */
import type { Variant } from '../analysis/api.ts';
import { formatBytes } from '../format/bytes.ts';

/** Most arrays that are told one by one. */
const MOST_TOLD = 3;

/** `float64 [9] or [12]` and `72 B or 96 B`; of many, how many shapes, and the least and the most bytes. */
export function variantsText(variants: readonly Variant[]): { readonly type: string; readonly bytes: string } {
  const kinds = [...new Map(variants.map((v) => [`${v.dtype} [${v.shape.join(', ')}]`, v])).values()];
  const dtypes = [...new Set(kinds.map((v) => v.dtype))];
  const sizes = [...new Set(kinds.map((v) => v.nbytes))];
  if (kinds.length > MOST_TOLD) {
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const bytes = least === most ? formatBytes(least) : `${formatBytes(least)} to ${formatBytes(most)}`;
    const shapes = new Set(kinds.map((v) => v.shape.join())).size;
    return { type: `${dtypes.join(' or ')}, one time and another of ${shapes} shapes`, bytes };
  }
  const shape = (v: Variant): string => `[${v.shape.join(', ')}]`;
  const type =
    dtypes.length === 1
      ? `${dtypes[0]} ${kinds.map(shape).join(' or ')}`
      : kinds.map((v) => `${v.dtype} ${shape(v)}`).join(' or ');
  return { type, bytes: sizes.map(formatBytes).join(' or ') };
}

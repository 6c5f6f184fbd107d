/**
 * Slice strings (`'10:-5:3'`) as arguments: finding the integers in them, and replacing the large ones by sizes.
 *
 * A replaced integer is written `{name}`, so that a canonical spec can say `'{s1}:'` for "from s1 on".
 */

const SLICE = /^-?(\d+|\{\w+\})$|^(-?(\d+|\{\w+\}))?(:(-?(\d+|\{\w+\}))?){1,2}$/;
const NUMBER = /\d+|\{\w+\}/g;

/**
 * Replaces each integer of a slice string by what `replace` says: a number, the name of a symbol, or null to leave it.
 * Strings that are no slices come back unchanged.
 */
export function mapSliceNumbers(
  text: string,
  replace: (value: number, symbol: string | null) => number | string | null,
): string {
  if (!SLICE.test(text)) return text;
  return text.replace(NUMBER, (found) => {
    const symbol = found.startsWith('{') ? found.slice(1, -1) : null;
    const answer = replace(symbol === null ? Number(found) : Number.NaN, symbol);
    if (answer === null) return found;
    return typeof answer === 'number' ? String(answer) : `{${answer}}`;
  });
}

/** The integers of a slice string that are written out, without their signs. */
export function sliceIntegers(text: string): number[] {
  const found: number[] = [];
  mapSliceNumbers(text, (value, symbol) => {
    if (symbol === null) found.push(value);
    return null;
  });
  return found;
}

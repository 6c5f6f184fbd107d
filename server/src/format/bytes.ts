/**
 * Byte counts as people read and write them. Counts are exact integers; the binary unit beside them is for the eye.
 * Nothing here rounds a count that something else decides by.
 */

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `8388608` as `8,388,608`. */
export function formatCount(n: number): string {
  return COUNT.format(n);
}

/** `8,000,000 B (7.63 MiB)`; below one KiB there is no second unit. */
export function formatBytes(bytes: number): string {
  const exact = `${formatCount(bytes)} B`;
  return Math.abs(bytes) < 1024 ? exact : `${exact} (${formatUnit(bytes)})`;
}

/** Only the binary unit: `7.63 MiB`. For places where the exact count stands elsewhere. */
export function formatUnit(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 1023.995 would print as 1024.00 of the smaller unit.
  while (Math.abs(value) >= (unit === 0 ? 1024 : 1023.995) && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return unit === 0 ? `${formatCount(value)} B` : `${value.toFixed(2)} ${UNITS[unit]}`;
}

/** Powers of 1000 with `kB`, `MB`, …, of 1024 with `KiB`, `MiB`, …; letters in either case, the `B` may be left out. */
const SIZE = /^\s*(\d+(?:[\d,_]*\d)?(?:\.\d+)?)\s*(?:([kmgtp])(i?))?b?\s*$/i;

/** The count that `512MiB`, `2 GB`, `1.5 GiB`, `4096` or `1_000_000` stands for, or null where it is no size. */
export function parseBytes(text: string): number | null {
  const match = SIZE.exec(text);
  if (!match) return null;
  const [, digits = '', prefix, binary] = match;
  const power = prefix ? 'kmgtp'.indexOf(prefix.toLowerCase()) + 1 : 0;
  const bytes = Math.round(Number(digits.replaceAll(/[,_]/g, '')) * (binary ? 1024 : 1000) ** power);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

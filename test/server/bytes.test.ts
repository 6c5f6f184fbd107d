/** Byte counts as they are read and written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatBytes, formatUnit, parseBytes } from '../../server/src/format/bytes.ts';

describe('byte counts', () => {
  it('are exact, with a binary unit from 1 KiB on', () => {
    const cases: [number, string][] = [
      [0, '0 B'],
      [1023, '1,023 B'],
      [1024, '1,024 B (1.00 KiB)'],
      [8_000_000, '8,000,000 B (7.63 MiB)'],
      [8_388_616, '8,388,616 B (8.00 MiB)'],
      [1024 ** 3, '1,073,741,824 B (1.00 GiB)'],
      [-2048, '-2,048 B (-2.00 KiB)'],
      [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991 B (8.00 PiB)'],
    ];
    for (const [bytes, text] of cases) assert.equal(formatBytes(bytes), text);
  });

  it('never show 1024.00 of a unit', () => {
    assert.equal(formatUnit(1024 ** 2 - 1), '1.00 MiB');
    assert.equal(formatUnit(1023.99 * 1024), '1023.99 KiB');
  });

  it('are read in decimal and binary units', () => {
    const cases: [string, number | null][] = [
      ['4096', 4096],
      ['1_000,000', 1_000_000],
      ['4096B', 4096],
      ['1k', 1000],
      ['512MiB', 512 * 1024 ** 2],
      [' 2 GB ', 2e9],
      ['1.5gib', 1.5 * 1024 ** 3],
      ['10mi', 10 * 1024 ** 2],
      ['', null],
      ['much', null],
      ['-5', null],
      ['5 XB', null],
      ['1e3', null],
      ['9007199254740993', null],
    ];
    for (const [text, bytes] of cases) assert.equal(parseBytes(text), bytes, text);
  });
});

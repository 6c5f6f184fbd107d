/** How `blockwise` divides an axis: what every plan must hold to, over many sizes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planBlocks, type Rows } from '../../core/src/blockwise/plan.ts';

const BLOCK_BYTES = 4096;

function* plans(): Generator<{ rows: Rows; kernel: number; perRow: boolean; sizes: number[] }> {
  for (const count of [0, 1, 2, 3, 5, 16, 63, 64, 65, 127, 128, 129, 500, 512, 1000, 1024, 4097, 65_536]) {
    for (const inner of [1, 2, 3, 7, 12, 16, 100, 5000]) {
      for (const kernel of [32, 100]) {
        for (const perRow of [false, true]) {
          const rows = { count, bytes: inner * 8, elements: [inner], inner: [inner] };
          yield { rows, kernel, perRow, sizes: planBlocks(rows, BLOCK_BYTES, kernel, perRow) };
        }
      }
    }
  }
}

test('blocks cover the axis, are large enough, and only the last has vectors that are not full', () => {
  let divided = 0;
  for (const { rows, kernel, perRow, sizes } of plans()) {
    const [inner = 0] = rows.inner;
    const what = `${rows.count} rows of ${inner}, perRow ${perRow}, kernel ${kernel}: ${sizes}`;
    assert.equal(
      sizes.reduce((a, b) => a + b, 0),
      rows.count,
      what,
    );
    if (sizes.length === 1) continue;
    divided++;
    assert.ok(Math.min(...sizes) * (perRow ? 1 : inner) >= kernel, what);
    assert.ok(Math.min(...sizes) >= (perRow ? 64 : 2), what);
    assert.ok(
      sizes.slice(0, -1).every((size) => (size * inner) % 16 === 0 && (!perRow || size % 64 === 0)),
      what,
    );
    assert.ok(new Set(sizes).size > 1, what);
  }
  assert.ok(divided > 100);
});

test('a block has about the bytes that were asked for', () => {
  for (const { rows, perRow, sizes } of plans()) {
    const most = Math.max(...sizes) * rows.bytes;
    if (perRow || rows.bytes > BLOCK_BYTES / 16) continue;
    assert.ok(sizes.length === 1 ? most <= 2 * BLOCK_BYTES : most <= BLOCK_BYTES, `${rows.count}: ${sizes}`);
  }
});

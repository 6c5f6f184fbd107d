/** What a hover says, and what it keeps quiet about. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HoverFacts, Site } from '../../server/src/analysis/api.ts';
import { Sym } from '../../server/src/analysis/domain/sym.ts';
import { hoverText, type Measured } from '../../server/src/present/hover.ts';

const ARRAY: Site = {
  span: { start: 0, end: 1 },
  text: 'x',
  name: null,
  library: 'numpy-ts',
  dtype: 'float64',
  shape: [Sym.of(1024), Sym.of(1024)],
  nbytes: Sym.of(8_388_608),
  resident: Sym.of(8_388_608),
  storage: 'owns',
  order: 'C',
  values: null,
  unknown: null,
  variants: null,
  told: null,
  plan: null,
  atMost: null,
};

function lines(
  site: Partial<Site>,
  facts: Partial<HoverFacts> = {},
  measured: Measured | null = null,
): readonly string[] {
  const whole = { ...ARRAY, ...site };
  const hover: HoverFacts = {
    span: whole.span,
    site: whole,
    statementPeak: null,
    smaller: null,
    plan: { unavailable: 'not asked for' },
    ...facts,
  };
  return hoverText(hover, measured, () => 'line 3').lines;
}

describe('hover text', () => {
  it('is one line and its source where there is no more to say', () => {
    assert.deepEqual(lines({}), ['float64 [1024, 1024] · 8,388,608 B (8.00 MiB)', 'owner of its memory', 'by law']);
  });

  it('says what differs from the plain case', () => {
    assert.deepEqual(
      lines(
        { resident: Sym.of(8_388_616), order: 'F' },
        {
          statementPeak: Sym.of(48_000_000),
          smaller: { dtype: 'uint16', nbytes: Sym.of(2_097_152), why: 'every value is an integer in 0…60,000' },
        },
      ),
      [
        'float64 [1024, 1024] · 8,388,608 B (8.00 MiB)',
        'owner of a pool block of 8,388,616 B (8.00 MiB): numpy-ts rounds up to a power of two, plus 8 B',
        'F-order: its first axis is contiguous',
        'this statement holds at most 48,000,000 B (45.78 MiB) at once',
        'uint16 would take 2,097,152 B (2.00 MiB): every value is an integer in 0…60,000',
        'by law',
      ],
    );
  });

  it('says that a view takes nothing of its own', () => {
    assert.deepEqual(lines({ storage: 'view', resident: Sym.of(0), order: 'none' }), [
      'float64 [1024, 1024] · 8,388,608 B (8.00 MiB)',
      'view: shares its memory, 0 B of its own',
      'neither C- nor F-order: not contiguous',
      'by law',
    ]);
  });

  it('writes sizes that depend on the program as formulas', () => {
    const [h, w] = [Sym.symbol('h'), Sym.symbol('w', 'unique')];
    assert.deepEqual(lines({ shape: [h, w], nbytes: h.mul(w).scale(8), resident: null }), [
      'float64 [h, w] · 8 × h × w B',
      'owner of its memory',
      'by law',
    ]);
  });

  it('says what is unknown, why and since where, and never 0', () => {
    const unknown = { message: '`load` may return anything', path: '/a.ts', span: { start: 0, end: 1 } };
    assert.deepEqual(lines({ shape: [null, Sym.of(3)], nbytes: null, resident: null, unknown }), [
      'float64 [?, 3] · size unknown',
      'owner of its memory',
      'unknown: `load` may return anything (line 3)',
    ]);
    assert.deepEqual(
      lines({ dtype: null, shape: null, nbytes: null, resident: null, storage: 'unknown', order: 'unknown', unknown }),
      [
        'dtype unknown, shape unknown · size unknown',
        'owner or view: unknown',
        'unknown: `load` may return anything (line 3)',
      ],
    );
    assert.match(lines({ dtype: ['float32', 'float64'], nbytes: null })[0] ?? '', /^float32 or float64 \[1024, 1024\]/);
  });

  const measured: Measured = {
    library: 'numpy-ts 1.7.0',
    dtype: 'float64',
    shape: [1024, 1024],
    nbytes: 8_388_608,
    resident: 8_388_616,
    storage: 'owns',
    scaled: false,
  };

  it('shows what was measured where the law was silent', () => {
    const unknown = { message: 'data-dependent', path: '/a.ts', span: null };
    assert.deepEqual(lines({ shape: null, nbytes: null, resident: null, unknown }, {}, measured), [
      'float64 [1024, 1024] · 8,388,608 B (8.00 MiB)',
      'owner of a pool block of 8,388,616 B (8.00 MiB): numpy-ts rounds up to a power of two, plus 8 B',
      'measured on numpy-ts 1.7.0',
    ]);
  });

  it('says that a result lies in memory that the library has freed', () => {
    assert.equal(
      lines({}, {}, { ...measured, resident: 0 })[1],
      'holds nothing: numpy-ts 1.7 has freed the memory of this result, which others may overwrite',
    );
  });

  it('says what a comment or a type has told', () => {
    const unknown = { message: 'the type of x does not say its shape', path: '/a.ts', span: null };
    assert.deepEqual(lines({ told: 'comment', storage: 'unknown', resident: null }), [
      'float64 [1024, 1024] · 8,388,608 B (8.00 MiB)',
      'owner or view: unknown',
      'as its comment says',
    ]);
    assert.deepEqual(
      lines({ told: 'type', storage: 'unknown', resident: null, shape: null, nbytes: null, unknown }).at(-2),
      'as its type says',
    );
  });

  it('says all that it is, one time and another', () => {
    const variant = (dtype: string, n: number, nbytes: number) => ({ dtype, shape: [n], nbytes, resident: null });
    const unknown = { message: 'several arrays meet here', path: '/a.ts', span: null };
    const title = (variants: Site['variants']) =>
      lines({ shape: [null], nbytes: null, resident: null, unknown, variants });
    assert.deepEqual(title([variant('float64', 9, 72), variant('float64', 12, 96)]), [
      'float64 [9] or [12] · 72 B or 96 B',
      'owner of its memory',
    ]);
    assert.equal(
      title([variant('float64', 9, 72), variant('int8', 12, 12)])[0],
      'float64 [9] or int8 [12] · 72 B or 12 B',
    );
    assert.equal(
      title([1, 2, 3, 4, 5].map((n) => variant('int8', n, n)))[0],
      'int8, one time and another of 5 shapes · 1 B to 5 B',
    );
  });

  it('says how many bytes it is at most', () => {
    const unknown = { message: 'depends on the data', path: '/a.ts', span: null };
    assert.deepEqual(lines({ shape: [null], nbytes: null, atMost: Sym.of(4000), resident: null, unknown }), [
      'float64 [?] · at most 4,000 B (3.91 KiB)',
      'owner of its memory',
      'unknown: depends on the data (line 3)',
    ]);
  });

  it('says when a measurement was brought to size', () => {
    assert.equal(
      lines({ resident: Sym.of(8_388_616) }, {}, { ...measured, scaled: true }).at(-1),
      'measured on numpy-ts 1.7.0 at a smaller size, brought to this size by law',
    );
  });

  it('marks every way in which a measurement contradicts the law', () => {
    const facts = { span: ARRAY.span, site: ARRAY, statementPeak: null, smaller: null, plan: { unavailable: '' } };
    const other = { ...measured, dtype: 'float32', shape: [4], nbytes: 16, resident: 40, storage: 'view' } as const;
    const { lines: shown, disagreement } = hoverText(facts, other, () => null);
    assert.equal(
      disagreement,
      'the law says float64, [1024, 1024], 8,388,608 B (8.00 MiB), 8,388,608 B (8.00 MiB) resident, memory of its own',
    );
    assert.equal(shown[0], 'float32 [4] · 16 B');
    assert.match(shown.at(-1) ?? '', /^measured on numpy-ts 1\.7\.0; the law says .* This is a bug in Bytelens/);
  });
});

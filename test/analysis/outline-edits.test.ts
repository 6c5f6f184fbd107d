/** After any edit, an outline that was made of the one before says what one that is made of the whole text says. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { type Outline, outlineOf } from '../../server/src/analysis/syntax/outline.ts';
import { source } from '../bench/corpus.ts';
import { Random } from '../support/random.ts';

const EDITS = 120;
const PATH = '/a.ts';
/** What people type, and what changes where statements, texts and comments end. */
const TYPED = [
  'x',
  '7',
  ' ',
  '\n',
  ';',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '`',
  "'",
  '"',
  '/',
  '*',
  '/*',
  '//',
  '=',
  '.',
  ',',
  '+',
  '${',
  'await ',
  'async ',
  'export ',
  'eval',
  'np.',
  '=> ',
  'return ',
  ': number',
  'import("./b.ts")',
  'var y = 1;',
  '// bytelens-ignore-file\n',
  '/* bytelens: a is int8[3] */',
];

/**
 * All that an outline says, for comparing. Of a text with errors, the compiler's incremental parser may tell fewer of them
 * than a parser that starts anew.
 */
function told(o: Outline): unknown {
  return {
    ...o,
    parseErrors: o.parseErrors.length > 0,
    imports: [...o.imports],
    units: o.units.map((u) => ({ ...u, mentions: [...u.mentions].sort() })),
  };
}

it('an edit gives the outline of its text', () => {
  const random = new Random(20261201);
  const programs = globSync('test/programs/{docs,traps}/*.ts')
    .sort()
    .filter((_, n) => n % 5 === 0);
  const texts = [...programs.map((path) => readFileSync(path, 'utf8')), source(300)];
  let kept = 0;
  for (const original of texts) {
    let text = original;
    let outline = outlineOf(PATH, text);
    for (let n = 0; n < EDITS; n++) {
      const at = random.int(0, text.length - 1);
      const gone = random.int(0, 1) * random.int(0, 3);
      const put = random.chance(0.2) ? '' : random.pick(TYPED);
      // Most edits are undone soon, or nothing would be left to parse.
      const next = random.chance(0.3) ? original : text.slice(0, at) + put + text.slice(at + gone);
      const units = outline.units;
      outline = outlineOf(PATH, next, outline);
      if (outline.units.some((u) => units.includes(u))) kept++;
      assert.deepEqual(
        told(outline),
        told(outlineOf(PATH, next)),
        `${JSON.stringify(put)} for ${gone} at ${at} of\n${text}`,
      );
      text = next;
    }
  }
  assert.ok(kept > 100, `only ${kept} edits were followed by themselves`);
});

/**
 * Comments that speak to Bytelens are found wherever a comment can stand, and nowhere else.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ts } from 'ts-morph';
import { directivesOf } from '../../server/src/analysis/syntax/directives.ts';

function found(text: string): string[] {
  const source = ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return directivesOf(source).map((d) => [d.kind, ...d.rules, ...('line' in d ? [d.line] : [])].join(' '));
}

const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['before a statement', '// bytelens-ignore-next-line a\nf();', ['ignore-next-line a 1']],
  ['two rules and a reason', '// bytelens-ignore-next-line a, b -- on purpose\nf();', ['ignore-next-line a b 1']],
  ['all rules', '/* bytelens-ignore-file */\nf();', ['ignore-file']],
  ['after the shebang', '#!/usr/bin/env node\n// bytelens-ignore-file a\nf();', ['ignore-file a']],
  ['at the end of a line', 'f(); // bytelens-ignore-next-line a\ng();', ['ignore-next-line a 1']],
  ['alone in a block', 'function f() {\n  // bytelens-ignore-next-line a\n}', ['ignore-next-line a 2']],
  ['alone in a file', '// bytelens-ignore-file', ['ignore-file']],
  ['inside a call', 'f(\n  // bytelens-ignore-next-line a\n  x,\n);', ['ignore-next-line a 2']],
  [
    'after a template with a hole',
    `const s = \`\${1}:\${2}\`;\n// bytelens-ignore-next-line a\nf();`,
    ['ignore-next-line a 2'],
  ],
  [
    'inside the hole of a template',
    `const s = \`\${\n// bytelens-ignore-next-line a\nf()}\`;`,
    ['ignore-next-line a 2'],
  ],
  [
    'after a regular expression with a quote',
    'f(/[`\'"]/);\n// bytelens-ignore-next-line a\nf();',
    ['ignore-next-line a 2'],
  ],
  ['several', '// bytelens-ignore-file a\n// bytelens-ignore-file b\nf();', ['ignore-file a', 'ignore-file b']],
  ['text of a template', 'const s = `\n// bytelens-ignore-file\n`;', []],
  ['text of a string', "const s = '// bytelens-ignore-file';", []],
  ['text of JSX', 'const e = <p>\n// bytelens-ignore-file\n</p>;', []],
  ['a comment that only mentions it', '// see bytelens-ignore-file\nf();', []],
];

for (const [what, text, expected] of cases) {
  test(what, () => assert.deepEqual(found(text), expected));
}

/** The command line's contract: what it prints, where, and with which exit code. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FAKE, folder, run } from './support/programs.ts';

const WASTEFUL = 'const a = np.zeros([1000, 1000]);\nconst b = np.ones([500, 500]);\n';
const LEAN = 'const a = 1;\n';

describe('bytelens check', () => {
  it('prints the contract as JSON, and nothing else on stdout', async () => {
    using dir = folder({ 'src/a.ts': WASTEFUL, 'src/b.ts': LEAN });
    const { code, stdout, stderr } = await run(FAKE, ['check', 'src', '--format', 'json'], dir.path);
    assert.equal(code, 1);
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      files: [
        {
          path: 'src/a.ts',
          diagnostics: [
            {
              rule: 'oversized-dtype',
              severity: 'warning',
              range: { start: { line: 0, character: 10 }, end: { line: 0, character: 32 } },
              message: 'float64 takes 8,000,000 B (7.63 MiB), uint8 would take 1,000,000 B (976.56 KiB).',
              bytes: { before: 8000000, after: 1000000 },
              formula: null,
              related: [
                {
                  path: 'src/a.ts',
                  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
                  message: 'the start',
                },
              ],
              fixes: [
                {
                  title: 'Use uint8',
                  applicability: 'safe',
                  check: null,
                  edits: [
                    {
                      range: { start: { line: 0, character: 31 }, end: { line: 0, character: 31 } },
                      newText: ", 'uint8'",
                    },
                  ],
                },
              ],
            },
            {
              rule: 'oversized-dtype',
              severity: 'warning',
              range: { start: { line: 1, character: 10 }, end: { line: 1, character: 29 } },
              message: 'float64 takes 2,000,000 B (1.91 MiB), uint8 would take 250,000 B (244.14 KiB).',
              bytes: { before: 2000000, after: 250000 },
              formula: null,
              related: [
                {
                  path: 'src/a.ts',
                  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
                  message: 'the start',
                },
              ],
              fixes: [
                {
                  title: 'Use uint8',
                  applicability: 'suggestion',
                  check: 'that nothing above 255 is written',
                  edits: [
                    {
                      range: { start: { line: 1, character: 28 }, end: { line: 1, character: 28 } },
                      newText: ", 'uint8'",
                    },
                  ],
                },
              ],
            },
          ],
          parseErrors: [],
          peak: null,
        },
        { path: 'src/b.ts', diagnostics: [], parseErrors: [], peak: null },
      ],
      errors: [],
      summary: {
        files: 2,
        filesWithFindings: 1,
        findings: 2,
        bySeverity: { warning: 2, information: 0, hint: 0 },
        byRule: { 'oversized-dtype': 2 },
        bytes: { before: 10000000, after: 1250000 },
        fixable: { safe: 1, suggestion: 1 },
        applied: 0,
        filesWithParseErrors: 0,
        errors: 0,
      },
    });
  });

  it('prints a report for a person, what costs most first', async () => {
    using dir = folder({
      'small.ts': 'const b = np.ones([500, 500]);\n',
      'large.ts': 'function main() {\n\tconst a = np.zeros([1000, 1000]);\n}\n',
      'clean.ts': LEAN,
    });
    const { code, stdout } = await run(FAKE, ['check', '.'], dir.path);
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `large.ts
  1 finding
  7,000,000 B (6.68 MiB) to save
  \`main\` holds at most 8,000,000 B (7.63 MiB) at once

  2:12  oversized-dtype  saves 7,000,000 B (6.68 MiB)
    │ const a = np.zeros([1000, 1000]);
    │           ^^^^^^^^^^^^^^^^^^^^^^
    float64 takes 8,000,000 B (7.63 MiB), uint8 would take 1,000,000 B (976.56 KiB).
    see large.ts:1:1: the start
    safe fix: Use uint8

small.ts
  1 finding
  1,750,000 B (1.67 MiB) to save

  1:11  oversized-dtype  saves 1,750,000 B (1.67 MiB)
    │ const b = np.ones([500, 500]);
    │           ^^^^^^^^^^^^^^^^^^^
    float64 takes 2,000,000 B (1.91 MiB), uint8 would take 250,000 B (244.14 KiB).
    see small.ts:1:1: the start
    suggestion: Use uint8 (check: that nothing above 255 is written)

2 findings in 2 of 3 files: 2 warnings.
oversized-dtype 2
Over the findings whose sizes are known: 10,000,000 B (9.54 MiB) now, 1,250,000 B (1.19 MiB) after, 8,750,000 B (8.34 MiB) saved.
1 can be fixed safely with --fix; 1 more with --fix-suggestions, to be checked.
`,
    );
  });

  it('ends with 0 when nothing is at or above the level', async () => {
    using dir = folder({ 'a.ts': WASTEFUL, 'b.ts': LEAN });
    assert.equal((await run(FAKE, ['check', 'b.ts'], dir.path)).code, 0);
    assert.equal((await run(FAKE, ['check', 'a.ts', '--fail-on', 'never'], dir.path)).code, 0);
    assert.equal((await run(FAKE, ['check', 'a.ts', '--fail-on', 'information'], dir.path)).code, 1);
    assert.equal((await run(FAKE, ['check', 'a.ts', '--min-bytes', '10MB'], dir.path)).code, 0);
    assert.equal((await run(FAKE, ['check', 'a.ts', '--rule', 'needless-copy'], dir.path)).code, 0);
  });

  it('ends with 2 and a sentence on wrong usage', async () => {
    using dir = folder({ 'a.ts': WASTEFUL });
    const cases: [string[], RegExp][] = [
      [['check'], /missing required argument 'path'/],
      [['check', 'missing.ts'], /^bytelens: missing\.ts: no such file or folder$/m],
      [['check', 'a.ts', '--format', 'xml'], /Allowed choices are pretty, json, sarif, github/],
      [['check', 'a.ts', '--budget', 'much'], /Expected a size such as/],
      [['check', 'a.ts', '--rule', 'nonsense'], /There is no rule "nonsense"\. There are: oversized-dtype/],
      [['explain', 'nonsense'], /There is no rule "nonsense"/],
      [['hover', 'a.ts'], /Expected FILE:LINE:COL/],
      [['hover', 'a.ts:9:1'], /a\.ts has no position 9:1/],
      [['frobnicate'], /unknown command 'frobnicate'/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await run(FAKE, args, dir.path);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '', args.join(' '));
      assert.match(stderr, message, args.join(' '));
      assert.doesNotMatch(stderr, /\n\s+at /, `${args.join(' ')}: no stack trace`);
    }
  });

  it('reports what it can of a file with a syntax error, and goes on', async () => {
    using dir = folder({
      'a.ts': `SYNTAX\n${WASTEFUL}`,
      'b.ts': WASTEFUL,
      'film.ts': new Uint8Array([0x47, 0xff, 0xfe]),
    });
    const { code, stdout } = await run(FAKE, ['check', '.', '--format', 'json'], dir.path);
    assert.equal(code, 1);
    const { files, summary } = JSON.parse(stdout);
    assert.deepEqual(
      files.map((f: { path: string; diagnostics: unknown[]; parseErrors: { message: string }[] }) => [
        f.path,
        f.diagnostics.length,
        f.parseErrors.map(({ message }) => message),
      ]),
      [
        ['a.ts', 2, ['Unexpected token.']],
        ['b.ts', 2, []],
        ['film.ts', 0, ['is not UTF-8 text']],
      ],
    );
    assert.equal(summary.filesWithParseErrors, 2);
  });

  it('goes on after a file on which the analysis fails, and says so with 2', async () => {
    using dir = folder({ 'a.ts': 'FAIL', 'b.ts': WASTEFUL });
    const { code, stdout, stderr } = await run(FAKE, ['check', '.', '--format', 'json'], dir.path);
    assert.equal(code, 2);
    const { files, errors } = JSON.parse(stdout);
    assert.equal(files.length, 1);
    assert.equal(errors[0].path, 'a.ts');
    assert.match(stderr, /told to fail/);
  });

  it('holds functions to a budget', async () => {
    using dir = folder({ 'a.ts': 'function main() {\n  const a = np.zeros([1000, 1000]);\n}\n' });
    const args = ['check', 'a.ts', '--min-bytes', '1GB', '--format', 'json', '--budget'];
    assert.equal((await run(FAKE, [...args, '8MB'], dir.path)).code, 0);
    const { code, stdout } = await run(FAKE, [...args, '4MiB'], dir.path);
    assert.equal(code, 1);
    const [finding] = JSON.parse(stdout).files[0].diagnostics;
    assert.equal(finding.rule, 'over-budget');
    assert.deepEqual(finding.bytes, { before: 8000000, after: null });
    assert.deepEqual(finding.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 17 } });
  });
});

describe('bytelens check --fix', () => {
  it('applies safe fixes only, and reports what is left', async () => {
    using dir = folder({ 'a.ts': WASTEFUL });
    const { code, stdout } = await run(FAKE, ['check', 'a.ts', '--fix', '--format', 'json'], dir.path);
    assert.equal(code, 1);
    assert.equal(
      readFileSync(dir.at('a.ts'), 'utf8'),
      "const a = np.zeros([1000, 1000], 'uint8');\nconst b = np.ones([500, 500]);\n",
    );
    const { summary } = JSON.parse(stdout);
    assert.equal(summary.applied, 1);
    assert.equal(summary.findings, 1);
  });

  it('applies suggestions when told to, and keeps byte order mark, CRLF and permissions', async () => {
    using dir = folder({ 'a.ts': `\uFEFF${WASTEFUL.replaceAll('\n', '\r\n')}` });
    chmodSync(dir.at('a.ts'), 0o640);
    const { code } = await run(FAKE, ['check', 'a.ts', '--fix-suggestions'], dir.path);
    assert.equal(code, 0);
    assert.equal(
      readFileSync(dir.at('a.ts'), 'utf8'),
      "\uFEFFconst a = np.zeros([1000, 1000], 'uint8');\r\nconst b = np.ones([500, 500], 'uint8');\r\n",
    );
    assert.equal(statSync(dir.at('a.ts')).mode & 0o777, 0o640);
  });

  it('does not touch a file without fixes', async () => {
    using dir = folder({ 'a.ts': LEAN });
    const before = statSync(dir.at('a.ts'), { bigint: true });
    await run(FAKE, ['check', 'a.ts', '--fix'], dir.path);
    const after = statSync(dir.at('a.ts'), { bigint: true });
    assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
  });
});

/** What is told besides where a size is not one number. */
const NO_MORE = { atMost: null, variants: null, measured: false };

describe('bytelens facts', () => {
  it('prints the contract as JSON', async () => {
    using dir = folder({ 'a.ts': 'function f(h) {\n  const x = np.zeros([h, 3]); np.ones([4, _]);\n}\n' });
    const { code, stdout, stderr } = await run(FAKE, ['facts', 'a.ts', '--format', 'json'], dir.path);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    const common = { library: 'numpy-ts', dtype: 'float64', resident: null, storage: 'owns', order: 'C', ...NO_MORE };
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      files: [
        {
          path: 'a.ts',
          arrays: [
            {
              ...common,
              range: { start: { line: 1, character: 12 }, end: { line: 1, character: 28 } },
              text: 'np.zeros([h, 3])',
              name: 'x',
              shape: ['h', 3],
              nbytes: null,
              formula: '24 × h',
              unknown: null,
            },
            {
              ...common,
              range: { start: { line: 1, character: 30 }, end: { line: 1, character: 45 } },
              text: 'np.ones([4, _])',
              name: null,
              shape: [4, null],
              nbytes: null,
              formula: null,
              unknown: '`_` is not known',
            },
          ],
          functions: [
            {
              name: 'main',
              range: { start: { line: 0, character: 0 }, end: { line: 2, character: 1 } },
              peakBytes: 0,
              formula: null,
              unknown: null,
            },
          ],
          parseErrors: [],
        },
      ],
      errors: [],
    });
  });

  it('prints a table for a person', async () => {
    using dir = folder({ 'a.ts': 'const x = np.zeros([10, 100]);\nnp.ones([4, _]);\n' });
    const { stdout } = await run(FAKE, ['facts', 'a.ts'], dir.path);
    assert.equal(
      stdout,
      `a.ts
  1:11  x                float64 [10, 100]  8,000 B (7.81 KiB), takes 8,200 B (8.01 KiB)
  2:1   np.ones([4, _])  float64 [4, ?]     unknown: \`_\` is not known
`,
    );
  });
});

describe('bytelens hover, explain and the rest', () => {
  it('prints the hover of a position', async () => {
    using dir = folder({ 'a.ts': '\uFEFFconst x = np.zeros([1024, 1024]);\nnp.ones([4, _]);\n' });
    const { code, stdout } = await run(FAKE, ['hover', 'a.ts:1:11'], dir.path);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      `float64 [1024, 1024] · 8,388,608 B (8.00 MiB)
owner of a pool block of 8,388,616 B (8.00 MiB): numpy-ts rounds up to a power of two, plus 8 B
measured on fake 1.0
`,
    );
    const unknown = await run(FAKE, ['hover', 'a.ts:2:1'], dir.path);
    assert.equal(
      unknown.stdout,
      'float64 [4, ?] · size unknown\nowner of its memory\nunknown: `_` is not known (elsewhere.ts)\n',
    );
  });

  it('says where there is nothing to hover over', async () => {
    using dir = folder({ 'a.ts': LEAN });
    const { code, stdout, stderr } = await run(FAKE, ['hover', 'a.ts:1:1'], dir.path);
    assert.deepEqual([code, stdout, stderr], [1, '', 'There is no array at a.ts:1:1.\n']);
  });

  it('marks a measurement that the law contradicts', async () => {
    using dir = folder({ 'a.ts': 'np.zeros([1024, 1024]); // DISAGREE\n' });
    const { stdout, stderr } = await run(FAKE, ['hover', 'a.ts:1:1'], dir.path);
    assert.match(stdout, /^float32 \[1024, 1024\]/);
    assert.match(stdout, /measured on fake 1\.0; the law says float64\. This is a bug in Bytelens/);
    assert.match(stderr, /warning: a\.ts:1:1: the law says float64/);
  });

  it('explains rules', async () => {
    using dir = folder({});
    assert.equal((await run(FAKE, ['explain', 'oversized-dtype'], dir.path)).stdout, '# oversized-dtype\n');
    assert.match((await run(FAKE, ['explain'], dir.path)).stdout, /^needless-copy {4}A copy that nothing needs$/m);
  });

  it('prints help and version with 0', async () => {
    using dir = folder({});
    assert.match((await run(FAKE, ['--help'], dir.path)).stdout, /Usage: bytelens/);
    assert.deepEqual(await run(FAKE, ['--version'], dir.path), {
      code: 0,
      signal: null,
      stdout: '0.1.0\n',
      stderr: '',
    });
  });

  it('ends quietly when its reader goes away', async () => {
    using dir = folder({ 'a.ts': WASTEFUL.repeat(2000) });
    const child = spawn(process.execPath, [FAKE, 'facts', 'a.ts', '--format', 'json'], {
      cwd: dir.path,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, signal] = await once(child, 'close');
    assert.equal(stderr, '');
    assert.equal(signal, null);
    assert.equal(code, 0);
  });
});

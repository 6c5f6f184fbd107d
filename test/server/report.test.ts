/** The reports that other programs read. Their shapes are held by types; here by what is in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { FAKE, folder, run } from './support/programs.ts';

const WASTEFUL = 'const a = np.zeros([1000, 1000]);\nconst b = np.ones([500, 500]);\n';

describe('check --format sarif', () => {
  it('says what was found, where, and how to fix it', async () => {
    using dir = folder({ 'sub folder/ä.ts': WASTEFUL });
    const { code, stdout } = await run(FAKE, ['check', '.', '--format', 'sarif'], dir.path);
    assert.equal(code, 1);
    const { version, runs } = JSON.parse(stdout) as Log;
    assert.equal(version, '2.1.0');
    const [only] = runs;
    assert.deepEqual(
      only?.tool.driver.rules?.map(({ id, defaultConfiguration }) => [id, defaultConfiguration?.level]),
      [
        ['oversized-dtype', 'warning'],
        ['needless-copy', 'note'],
      ],
    );
    assert.deepEqual(only?.originalUriBaseIds, { ROOT: { uri: `${pathToFileURL(dir.path).href}/` } });
    assert.deepEqual(only?.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const [first, second] = only?.results ?? [];
    assert.deepEqual([first?.ruleId, first?.ruleIndex, first?.level], ['oversized-dtype', 0, 'warning']);
    assert.deepEqual(first?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'sub%20folder/%C3%A4.ts', uriBaseId: 'ROOT' },
          region: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 33 },
        },
      },
    ]);
    assert.deepEqual(first?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 1, startColumn: 32, endLine: 1, endColumn: 32 },
        insertedContent: { text: ", 'uint8'" },
      },
    ]);
    assert.equal(second?.fixes?.[0]?.description?.text, 'Use uint8 (a suggestion: check it)');
  });

  it('gives a finding the same fingerprint after its line has moved', async () => {
    using dir = folder({ 'a.ts': WASTEFUL, 'b.ts': `// one more line\n${WASTEFUL}` });
    const { stdout } = await run(FAKE, ['check', '.', '--format', 'sarif'], dir.path);
    const prints =
      (JSON.parse(stdout) as Log).runs[0]?.results?.map((r) => r.partialFingerprints?.['bytelens/v1']) ?? [];
    assert.equal(prints.length, 4);
    assert.deepEqual(prints.slice(0, 2), prints.slice(2));
    assert.notEqual(prints[0], prints[1]);
  });

  it('says what could not be analysed, and rules that have no page', async () => {
    using dir = folder({ 'a.ts': 'FAIL', 'b.ts': 'SYNTAX', 'c.ts': 'function main() {\n  np.zeros([9, 9]);\n}\n' });
    const { code, stdout } = await run(FAKE, ['check', '.', '--format', 'sarif', '--budget', '1B'], dir.path);
    assert.equal(code, 2);
    const [only] = (JSON.parse(stdout) as Log).runs;
    const [invocation] = only?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.deepEqual(
      invocation?.toolExecutionNotifications?.map(({ message }) => message.text),
      ['Syntax error: Unexpected token.', 'internal error: the fake analysis was told to fail'],
    );
    assert.deepEqual(
      only?.results?.map((r) => [r.ruleId, only.tool.driver.rules?.[r.ruleIndex ?? -1]?.id]),
      [['over-budget', 'over-budget']],
    );
  });
});

describe('check --format github', () => {
  it('prints one escaped command for each finding and failure', async () => {
    using dir = folder({ 'a,b.ts': `SYNTAX\n${WASTEFUL}`, 'f.ts': 'FAIL' });
    const { code, stdout } = await run(FAKE, ['check', '.', '--format', 'github'], dir.path);
    assert.equal(code, 2);
    assert.deepEqual(stdout.split('\n'), [
      '::error file=a%2Cb.ts,line=1,endLine=1,col=1,endColumn=7,title=Bytelens%3A syntax error::Unexpected token.',
      '::warning file=a%2Cb.ts,line=2,endLine=2,col=11,endColumn=33,title=Bytelens%3A oversized-dtype::' +
        'float64 takes 8,000,000 B (7.63 MiB), uint8 would take 1,000,000 B (976.56 KiB).',
      '::warning file=a%2Cb.ts,line=3,endLine=3,col=11,endColumn=30,title=Bytelens%3A oversized-dtype::' +
        'float64 takes 2,000,000 B (1.91 MiB), uint8 would take 250,000 B (244.14 KiB).',
      '::error file=f.ts,title=Bytelens%3A not analysed::internal error: the fake analysis was told to fail',
      '',
    ]);
  });
});

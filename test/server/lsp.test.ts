/** The language server over standard streams, as an editor sees it. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { CAPABLE, Editor } from './support/editor.ts';
import { FAKE, folder } from './support/programs.ts';

const WASTEFUL = 'const a = np.zeros([1000, 1000]);\nconst b = np.ones([500, 500]);\n';

describe('language server', () => {
  it('goes from opening to diagnostics, hover, a fix and its effect', async () => {
    const { editor, initialized } = await Editor.start(FAKE);
    await using _ = editor;
    assert.equal(initialized.serverInfo?.name, 'bytelens');
    assert.deepEqual(initialized.capabilities, {
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.bytelens'], resolveProvider: true },
    });

    const document = await editor.open('/work/a.ts', WASTEFUL);
    const { diagnostics } = await editor.diagnostics(document);
    assert.equal(diagnostics.length, 2);
    assert.deepEqual(diagnostics[0], {
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 32 } },
      severity: 2,
      source: 'bytelens',
      code: 'oversized-dtype',
      codeDescription: { href: 'https://github.com/bytelens/bytelens/blob/main/docs/rules/oversized-dtype.md' },
      message: 'float64 takes 8,000,000 B (7.63 MiB), uint8 would take 1,000,000 B (976.56 KiB).',
      relatedInformation: [
        {
          location: { uri: document.uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
          message: 'the start',
        },
      ],
      data: { finding: 'oversized-dtype:10', version: 1 },
    });

    assert.deepEqual(await editor.hover(document, 'np.zeros'), {
      contents: {
        kind: 'markdown',
        value:
          'float64 [1000, 1000] · 8,000,000 B (7.63 MiB)  \n' +
          'owner of a pool block of 8,388,616 B (8.00 MiB): numpy-ts rounds up to a power of two, plus 8 B  \n' +
          'measured on fake 1.0',
      },
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 32 } },
    });
    assert.equal(await editor.hover(document, 'const'), null);

    const actions = await editor.actions(document, 'np.zeros', { diagnostics: diagnostics.slice(0, 1) });
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred, edit }) => [title, kind, isPreferred, edit]),
      [
        ['Use uint8', 'quickfix', true, undefined],
        ['Apply all safe Bytelens fixes in this file', 'quickfix', undefined, undefined],
        ['Ignore oversized-dtype on this line', 'quickfix', undefined, undefined],
        ['Ignore oversized-dtype in this file', 'quickfix', undefined, undefined],
        ['Apply all safe Bytelens fixes', 'source.fixAll.bytelens', undefined, undefined],
      ],
    );
    assert.deepEqual(actions[0]?.diagnostics, diagnostics.slice(0, 1));
    const fixed = await editor.applied(document, actions[0] as CodeAction);
    assert.equal(fixed, WASTEFUL.replace('[1000, 1000]', "[1000, 1000], 'uint8'"));

    await editor.edit(document, '[1000, 1000]', "[1000, 1000], 'uint8'");
    assert.equal((await editor.diagnostics(document)).diagnostics.length, 1);
  });

  it('says of a suggestion what to check, and leaves it out of fix-all', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const [suggestion, all] = await editor.actions(document, 'np.ones');
    assert.equal(suggestion?.title, 'Use uint8 (check: that nothing above 255 is written)');
    assert.equal(suggestion?.isPreferred, undefined);
    assert.equal(
      await editor.applied(document, all as CodeAction),
      WASTEFUL.replace('[1000, 1000]', "[1000, 1000], 'uint8'"),
    );
  });

  it('answers only the kinds that were asked for', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const kinds = async (only: string): Promise<(string | undefined)[]> =>
      (await editor.actions(document, 'np.zeros', { only: [only] })).map(({ kind }) => kind);
    for (const only of ['source', 'source.fixAll', 'source.fixAll.bytelens']) {
      assert.deepEqual(await kinds(only), ['source.fixAll.bytelens']);
    }
    assert.deepEqual(new Set(await kinds('quickfix')), new Set(['quickfix']));
    assert.deepEqual(await kinds('refactor'), []);
    assert.deepEqual(await kinds('source.fixAll.other'), []);
  });

  it('silences a finding by a comment, on its line or in its file', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const text = '#!/usr/bin/env node\n{\n  const a = np.zeros([1000, 1000]);\n}\n';
    const document = await editor.open('/work/a.ts', text);
    const ignores = (await editor.actions(document, 'np.zeros')).filter(({ title }) => title.startsWith('Ignore'));
    assert.equal(
      await editor.applied(document, ignores[0] as CodeAction),
      text.replace('  const', '  // bytelens-ignore-next-line oversized-dtype\n  const'),
    );
    assert.equal(
      await editor.applied(document, ignores[1] as CodeAction),
      text.replace('{', '// bytelens-ignore-file oversized-dtype\n{'),
    );
  });

  it('adds a rule to a comment that is there, and adds none where it would be text', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const text =
      '// bytelens-ignore-next-line needless-copy -- slow\nconst a = np.zeros([1000, 1000]);\n' +
      'log(`\n$' +
      '{np.ones([500, 500])}`);\n';
    const document = await editor.open('/work/a.ts', text);
    const ignore = async (needle: string): Promise<string> => {
      const actions = await editor.actions(document, needle);
      return editor.applied(document, actions.find(({ title }) => title.endsWith('on this line')) as CodeAction);
    };
    assert.equal(await ignore('np.zeros'), text.replace('next-line', 'next-line oversized-dtype'));
    assert.equal(await ignore('np.ones'), text);
  });

  it('never applies an action of an older text wrongly', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const [fix] = await editor.actions(document, 'np.zeros');

    await editor.edit(document, 'const a', '// moved\nconst a');
    assert.equal(
      await editor.applied(document, fix as CodeAction),
      `// moved\n${WASTEFUL.replace('[1000, 1000]', "[1000, 1000], 'uint8'")}`,
    );
    await editor.edit(document, 'const b', 'const c = np.zeros([1000, 1000]);\nconst b');
    assert.equal(await editor.applied(document, fix as CodeAction), document.getText());
    await editor.edit(document, 'zeros([1000, 1000])', 'zeros([10, 10])');
    await editor.edit(document, 'zeros([1000, 1000])', 'zeros([10, 10])');
    assert.equal(await editor.applied(document, fix as CodeAction), document.getText());
  });

  it('keeps CRLF, and turns fix-all into edits of the changed lines only', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const text = `// first\r\n${WASTEFUL.replaceAll('\n', '\r\n')}// last\r\n`;
    const document = await editor.open('/work/a.ts', text);
    const [, all] = await editor.actions(document, 'np.zeros');
    const resolved = await editor.resolve(all as CodeAction);
    const [change] = resolved.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
        newText: "const a = np.zeros([1000, 1000], 'uint8');\r\n",
      },
    ]);
  });

  it('gives an editor that can do little whole actions and plain text', async () => {
    const { editor, initialized } = await Editor.start(FAKE, {});
    await using _ = editor;
    assert.deepEqual(initialized.capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.bytelens'],
      resolveProvider: false,
    });
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const { diagnostics } = await editor.diagnostics(document);
    assert.deepEqual(Object.keys(diagnostics[0] ?? {}).toSorted(), ['code', 'message', 'range', 'severity', 'source']);
    assert.match(await editor.hoverText(document, 'np.zeros'), /^plaintext: float64 \[1000, 1000\]/);
    const actions = await editor.actions(document, 'np.zeros');
    assert.deepEqual(
      actions.map((a) => [a.title, a.data, Object.keys(a.edit?.changes ?? {})]),
      [
        ['Use uint8', undefined, [document.uri]],
        ['Apply all safe Bytelens fixes in this file', undefined, [document.uri]],
        ['Ignore oversized-dtype on this line', undefined, [document.uri]],
        ['Ignore oversized-dtype in this file', undefined, [document.uri]],
        ['Apply all safe Bytelens fixes', undefined, [document.uri]],
      ],
    );
  });

  it('pushes what it knows at once, and the rest when it is found out', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', `// SLOW\n${WASTEFUL}`);
    const first = await editor.diagnostics(document);
    assert.equal(first.diagnostics.length, 1);
    const all = await editor.diagnostics(document, (p) => p.diagnostics.length > 1);
    assert.deepEqual([all.version, all.diagnostics.length], [document.version, 2]);
  });

  it('answers an editor that pulls, says when nothing changed, and pushes nothing to it', async () => {
    const { editor, initialized } = await Editor.start(FAKE, {
      textDocument: { ...CAPABLE.textDocument, diagnostic: {} },
    });
    await using _ = editor;
    assert.deepEqual(initialized.capabilities.diagnosticProvider, {
      identifier: 'bytelens',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    let pushed = 0;
    editor.connection.onNotification('textDocument/publishDiagnostics', () => {
      pushed++;
    });
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const pull = (previousResultId?: string) =>
      editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: document.uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    const first = await pull();
    assert.ok(first.kind === 'full');
    assert.equal(first.items.length, 2);
    assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await editor.edit(document, 'np.ones', 'np.none');
    const second = await pull(first.resultId);
    assert.ok(second.kind === 'full');
    assert.equal(second.items.length, 1);
    assert.equal(pushed, 0);
  });

  it('follows its settings, and says which it cannot use', async () => {
    const settings = { minBytes: '4MiB', rules: { 'oversized-dtype': 'hint' }, hover: { enable: 'yes' } };
    const { editor } = await Editor.start(FAKE, CAPABLE, settings);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', `function f() {\n${WASTEFUL}}\n`);
    const { diagnostics } = await editor.diagnostics(document, (p) => p.diagnostics.length === 1);
    assert.equal(diagnostics[0]?.severity, 4);
    assert.match(await editor.logged(/hover/), /bytelens\.hover\.enable: expected true or false, got "yes"/);

    const change = async (changed: unknown): Promise<void> => {
      editor.settings = changed;
      await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    };
    await change({ rules: { 'oversized-dtype': 'off' }, budget: '1MB' });
    const budgeted = await editor.diagnostics(document, (p) => p.diagnostics.some((d) => d.code === 'over-budget'));
    assert.equal(budgeted.diagnostics.length, 1);
    assert.equal(budgeted.diagnostics[0]?.codeDescription, undefined);
    assert.deepEqual(await editor.actions(document, 'function'), []);
    await change({ enable: false });
    await editor.diagnostics(document, (p) => p.diagnostics.length === 0);
    assert.equal(await editor.hover(document, 'np.zeros'), null);
  });

  it('reads settings that are sent with the greeting or a change, too', async () => {
    const { editor } = await Editor.start(FAKE, {}, { minBytes: 4_000_000 });
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    await editor.diagnostics(document, (p) => p.diagnostics.length === 1);
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { bytelens: { minBytes: 0 } },
    });
    await editor.diagnostics(document, (p) => p.diagnostics.length === 2);
  });

  it('analyses documents that are no files', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('untitled:Untitled-1', WASTEFUL);
    assert.equal((await editor.diagnostics(document)).diagnostics.length, 2);
  });

  it('takes back the diagnostics of a document that is closed', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    await editor.diagnostics(document);
    await editor.close(document);
    await editor.diagnostics(document, (p) => p.diagnostics.length === 0);
  });

  it('counts the editor’s text, and the disk’s where there is no other', async () => {
    using dir = folder({ 'a.ts': WASTEFUL });
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open(dir.at('a.ts'), 'const a = 1;\n');
    assert.deepEqual((await editor.diagnostics(document)).diagnostics, []);
    writeFileSync(dir.at('a.ts'), 'FAIL');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: pathToFileURL(dir.at('a.ts')).href, type: FileChangeType.Changed },
        { uri: 'nonsense', type: FileChangeType.Changed },
      ],
    });
    await editor.edit(document, '1', 'np.zeros([1000, 1000])');
    assert.equal((await editor.diagnostics(document)).diagnostics.length, 1);
  });

  it('logs what fails and goes on', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', `FAIL\n${WASTEFUL}`);
    assert.equal(await editor.hover(document, 'np.zeros'), null);
    assert.deepEqual(await editor.actions(document, 'np.zeros'), []);
    await editor.logged(/hover failed: Error: the fake analysis was told to fail/);
    await editor.logged(/diagnostics of file:\/\/\/work\/a\.ts failed/);
    const other = await editor.open('/work/b.ts', WASTEFUL);
    assert.equal((await editor.diagnostics(other)).diagnostics.length, 2);
    assert.deepEqual((await editor.diagnostics(document)).diagnostics, []);
    await editor.edit(document, 'FAIL\n', '');
    assert.equal((await editor.diagnostics(document)).diagnostics.length, 2);
  });

  it('warns when a measurement and the law disagree', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', `${WASTEFUL}// DISAGREE\n`);
    assert.match(await editor.hoverText(document, 'np.zeros'), /^markdown: float32.*This is a bug in Bytelens/s);
    await editor.logged(/\/work\/a\.ts: `np\.zeros\(\[1000, 1000\]\)`: the law says float64/);
  });

  it('survives requests that make no sense', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const { uri } = document;
    const send = (method: string, params: unknown): Promise<unknown> => editor.connection.sendRequest(method, params);
    assert.equal(
      await send('textDocument/hover', { textDocument: { uri: 'file:///not/open.ts' }, position: {} }),
      null,
    );
    assert.equal(await send('textDocument/hover', {}), null);
    assert.equal(
      await send('textDocument/hover', { textDocument: { uri }, position: { line: 1e9, character: -3 } }),
      null,
    );
    assert.deepEqual(await send('textDocument/codeAction', { textDocument: { uri } }), []);
    const odd = { title: 'x', data: { kind: 'fix', uri, version: 'x' } };
    assert.deepEqual(await send('codeAction/resolve', odd), odd);
    assert.deepEqual(await send('codeAction/resolve', { title: 'x' }), { title: 'x' });
    await assert.rejects(send('textDocument/unheardOf', {}), /Unhandled method/);
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri }, contentChanges: 7 });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {});
    assert.equal((await editor.diagnostics(document)).diagnostics.length, 2);
  });

  it('survives a message that is no JSON', async () => {
    const { editor } = await Editor.start(FAKE);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    editor.process.stdin.write('Content-Length: 5\r\n\r\n{"a":');
    assert.notEqual(await editor.hover(document, 'np.zeros'), null);
  });

  it('talks over the channel that VS Code starts it with, and ignores its other arguments', async () => {
    const child = fork(FAKE, ['lsp', '--node-ipc', `--clientProcessId=${process.pid}`]);
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const greeting = { processId: process.pid, rootUri: null, capabilities: {} };
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, greeting);
    assert.equal(serverInfo?.name, 'bytelens');
    const ended = once(child, 'exit');
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await ended, [0, null]);
  });

  it('ends with 0 after a goodbye, and with 1 when the editor is gone without one', async () => {
    const polite = await Editor.start(FAKE);
    const ended = once(polite.editor.process, 'exit');
    await polite.editor[Symbol.asyncDispose]();
    assert.deepEqual(await ended, [0, null]);

    const rude = await Editor.start(FAKE);
    const gone = once(rude.editor.process, 'exit');
    rude.editor.process.stdin.end();
    assert.deepEqual(await gone, [1, null]);
  });
});

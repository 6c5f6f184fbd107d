/**
 * A user's project, as small as it gets: a package with `numpy-ts` installed, and the extension from its `.vsix` file.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { look } from './control.ts';
import {
  actions,
  closeAll,
  EXTENSION,
  findings,
  findingsWhen,
  hover,
  open,
  rangeOf,
  ruleOf,
  textWhen,
  undo,
  when,
} from './editor.ts';

const FILE = 'project/src/frame.ts';
const COPY = 'frame.copy()';
const NEEDLESS_COPY = 'needless-copy';

const copies = (found: vscode.Diagnostic[]): vscode.Diagnostic[] =>
  found.filter((one) => ruleOf(one) === NEEDLESS_COPY);

describe('a project with numpy-ts and nothing else', () => {
  afterEach(closeAll);

  it('runs the installed extension, not the repository', async () => {
    await open(FILE);
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, 'the extension is installed');
    assert.match(extension.extensionPath, /bytelens-editor-/);
    await extension.activate();
  });

  it('shows a finding where the waste is, with its rule and its bytes', async () => {
    const { document } = await open(FILE);
    const [finding] = await findingsWhen(document.uri, (found) => copies(found).length === 2).then(copies);
    assert.ok(finding);
    assert.deepEqual(finding.range, rangeOf(document, COPY));
    assert.match(finding.message, /7\.63 MiB/);
    assert.ok(typeof finding.code === 'object');
    assert.equal(finding.code.target.scheme, 'command', 'the rule opens the page that came with the extension');
  });

  it('shows the true bytes of a definition and of an expression', async () => {
    const { document } = await open(FILE);
    for (const place of ['frame =', 'np.full']) {
      const text = await hover(document, rangeOf(document, place).start.translate(0, 1));
      assert.match(text, /float64/);
      assert.match(text, /1000\D+1000/);
      assert.match(text, /8,000,000/);
      assert.match(text, /7\.63 MiB/);
    }
  });

  it('applies a quick fix, and takes it back', async () => {
    const { document } = await open(FILE);
    const before = document.getText();
    const found = await findingsWhen(document.uri, (all) => copies(all).length === 2);
    const [fix] = await actions(document, rangeOf(document, COPY), vscode.CodeActionKind.QuickFix.value);
    assert.ok(fix?.edit, 'the quick fix has an edit once resolved');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(!document.getText().includes(COPY));
    await findingsWhen(document.uri, (all) => all.length < found.length && copies(all).length === 1);

    await undo();
    assert.equal(await textWhen(document, (text) => text === before), before);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
  });

  it('applies all safe fixes with one command', async () => {
    const { document } = await open(FILE);
    const before = document.getText();
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    await vscode.commands.executeCommand('bytelens.fixAll');
    await textWhen(document, (text) => !text.includes('.copy()'));
    await findingsWhen(document.uri, (all) => copies(all).length === 0);

    await undo();
    await textWhen(document, (text) => text === before);
  });

  it('follows the text while it is edited', async () => {
    const editor = await open(FILE);
    const { document } = editor;
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    await editor.edit((edit) => edit.replace(rangeOf(document, COPY), 'frame'));
    await findingsWhen(document.uri, (all) => copies(all).length === 1);
    await editor.edit((edit) => edit.replace(rangeOf(document, 'backup = frame'), `backup = ${COPY}`));
    const [finding] = copies(await findingsWhen(document.uri, (all) => copies(all).length === 2));
    assert.deepEqual(finding?.range, rangeOf(document, COPY));
  });

  it('says nothing about a file that is closed to it by a comment', async () => {
    const editor = await open(FILE);
    await findingsWhen(editor.document.uri, (all) => all.length > 0);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// bytelens-ignore-file\n'));
    await findingsWhen(editor.document.uri, (all) => all.length === 0);
  });

  it('puts in the comment that silences a finding, and takes it back', async () => {
    const { document } = await open(FILE);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    const offered = await actions(document, rangeOf(document, COPY), vscode.CodeActionKind.QuickFix.value);
    const ignore = offered.find(({ title }) => /ignore.*line/i.test(title));
    assert.ok(ignore?.edit, offered.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    await findingsWhen(document.uri, (all) => copies(all).length === 1);
    await undo();
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
  });

  for (const language of ['typescript', 'typescriptreact', 'javascript', 'javascriptreact']) {
    it(`works in a file of ${language} that was never saved`, async () => {
      const content = "import * as np from 'numpy-ts';\nconst a = np.zeros([1000, 1000]);\n";
      const document = await vscode.workspace.openTextDocument({ language, content });
      await vscode.window.showTextDocument(document);
      const text = await hover(document, rangeOf(document, 'a =').start);
      assert.match(text, /8,000,000/);
    });
  }

  it('shows no hover when hovers are switched off', async () => {
    const { document } = await open(FILE);
    const { start } = rangeOf(document, 'frame =');
    assert.match(await hover(document, start), /8,000,000/);
    const settings = vscode.workspace.getConfiguration('bytelens');
    await settings.update('hover.enable', false, vscode.ConfigurationTarget.Workspace);
    // The second setting is there for its event: once it has come, the server knows the first one too.
    await settings.update('rules', { [NEEDLESS_COPY]: 'off' }, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => copies(all).length === 0);
    assert.doesNotMatch(await hover(document, start), /8,000,000/);
    await settings.update('hover.enable', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
  });

  it('comes back after the server is restarted', async () => {
    const { document } = await open(FILE);
    await findingsWhen(document.uri, (all) => all.length > 0);
    await vscode.commands.executeCommand('bytelens.restartServer');
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
  });

  it('comes back by itself after the server has crashed', async function () {
    const { document } = await open(FILE);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    const server = serverProcess();
    if (server === undefined) return this.skip();
    process.kill(server, 'SIGKILL');
    await findingsWhen(document.uri, (all) => all.length === 0);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    assert.notEqual(serverProcess(), server);
  });

  it('is quiet when it is switched off, and back when it is switched on', async () => {
    const { document } = await open(FILE);
    await findingsWhen(document.uri, (all) => all.length > 0);
    const settings = vscode.workspace.getConfiguration('bytelens');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => all.length === 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => all.length > 0);
  });

  it("changes a rule's level, and the smallest size, as the settings say", async () => {
    const { document } = await open(FILE);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    const settings = vscode.workspace.getConfiguration('bytelens', document.uri);
    await settings.update('rules', { [NEEDLESS_COPY]: 'off' }, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => copies(all).length === 0);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    await settings.update('minBytes', 5_000_000, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => copies(all).length === 1);
    await settings.update('minBytes', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
  });

  it("opens a rule's page", async () => {
    await vscode.commands.executeCommand('bytelens.openRule', NEEDLESS_COPY);
    const tabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await when(
      vscode.window.tabGroups.onDidChangeTabs,
      () => tabs().find(({ input, label }) => input instanceof vscode.TabInputWebview && label.includes(NEEDLESS_COPY)),
      () => tabs().map(({ label }) => label),
    );
  });

  it('counts the findings of the file in the status bar', async function () {
    const { document } = await open(FILE);
    await findingsWhen(document.uri, (all) => copies(all).length === 2);
    const text = await look('[id="bytelens.bytelens-vscode.bytelens.findings"]');
    if (text === null) return this.skip();
    assert.match(text, new RegExp(`\\b${findings(document.uri).length}$`));
  });
});

/** The language server among this extension host's child processes; undefined where there is no /proc to ask. */
function serverProcess(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((id) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return Number(parent) === process.pid && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('server.mjs');
      } catch {
        return false; // It ended while we looked.
      }
    });
}

/**
 * Every example, as a person goes through it: look at the findings, apply what is safe, take it back. What is right
 * is what the command line says, which is the same program.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actions, closeAll, EXTENSION, findingsWhen, open, ruleOf, textWhen, undo } from './editor.ts';

/** Offered wherever anything can be fixed; whether anything can be fixed safely is found out when it is chosen. */
const FIX_ALL = /^Apply all safe Bytelens fixes/;

const BYTES = /\d (B|KiB|MiB|GiB)\b/;

const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('node_modules') && !file.endsWith('.d.ts'))
  .map((file) => `examples/${file}`);

interface Reported {
  readonly rule: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly fixes: readonly { readonly applicability: 'safe' | 'suggestion' }[];
}

describe('the examples', () => {
  afterEach(closeAll);

  for (const file of examples) {
    it(`shows and fixes what ${file} wastes`, async () => {
      const reported = check(join(root, file));
      const { document } = await open(file);
      const before = document.getText();
      const found = await findingsWhen(document.uri, (all) => all.length === reported.length);
      const places = found.map((one) => [ruleOf(one), one.range.start.line, one.range.start.character].join());
      const expected = reported.map(({ rule, range: { start } }) => [rule, start.line, start.character].join());
      assert.deepEqual(places.toSorted(), expected.toSorted());
      for (const { message } of found) assert.match(message, BYTES);

      for (const { range, message } of found) {
        const offered = await actions(document, range, vscode.CodeActionKind.QuickFix.value);
        for (const { edit, title } of offered.filter((action) => !FIX_ALL.test(action.title))) {
          assert.ok(edit && edit.size > 0, `"${title}" for "${message}" has an edit once resolved`);
        }
      }

      if (!reported.some(({ fixes }) => fixes.some(({ applicability }) => applicability === 'safe'))) return;
      await vscode.commands.executeCommand('bytelens.fixAll');
      await textWhen(document, (text) => text !== before);
      await findingsWhen(document.uri, (all) => all.length < found.length);

      await undo();
      await textWhen(document, (text) => text === before);
      await findingsWhen(document.uri, (all) => all.length === found.length);
    });
  }
});

/** What the command line of the installed extension says. */
function check(path: string): readonly Reported[] {
  const extension = vscode.extensions.getExtension(EXTENSION);
  assert.ok(extension, 'the extension is installed');
  const program = join(extension.extensionPath, 'dist', 'server.mjs');
  const args = [program, 'check', path, '--format', 'json', '--fail-on', 'never'];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return (JSON.parse(stdout) as { files: { diagnostics: Reported[] }[] }).files.flatMap((one) => one.diagnostics);
}

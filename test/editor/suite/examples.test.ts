/**
 * Every example, as a person goes through it: look at the findings, apply what is safe, take it back.
 */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actions, closeAll, findingsWhen, open, textWhen, undo } from './editor.ts';

const FIX_ALL = 'source.fixAll.bytelens';
const BYTES = /\d (B|KiB|MiB|GiB)\b/;

const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('node_modules') && !file.endsWith('.d.ts'))
  .map((file) => `examples/${file}`);

describe('the examples', () => {
  afterEach(closeAll);

  for (const file of examples) {
    it(`shows and fixes what ${file} wastes`, async () => {
      const { document } = await open(file);
      const before = document.getText();
      const found = await findingsWhen(document.uri, (all) => all.length > 0);
      for (const { message, code } of found) {
        assert.match(message, BYTES);
        assert.ok(typeof code === 'object', 'the rule links to its page');
      }

      for (const { range, message } of found) {
        const offered = await actions(document, range, vscode.CodeActionKind.QuickFix.value);
        const ours = offered.filter(({ diagnostics }) => diagnostics?.some(({ source }) => source === 'bytelens'));
        for (const { edit, title } of ours) {
          assert.ok(edit && edit.size > 0, `"${title}" for "${message}" has an edit once resolved`);
        }
      }

      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      if ((await actions(document, whole, FIX_ALL)).length === 0) return;
      await vscode.commands.executeCommand('bytelens.fixAll');
      await textWhen(document, (text) => text !== before);
      await findingsWhen(document.uri, (all) => all.length < found.length);

      await undo();
      await textWhen(document, (text) => text === before);
      await findingsWhen(document.uri, (all) => all.length === found.length);
    });
  }
});

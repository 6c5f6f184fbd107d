/**
 * What a person sees: the hover and the light bulb's menu, as pictures.
 */

import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { look } from './control.ts';
import { closeAll, findingsWhen, open, rangeOf } from './editor.ts';

const FILE = 'project/src/frame.ts';
const EDITOR = '.part.editor';

describe('the window', () => {
  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('minimap.enabled', false, vscode.ConfigurationTarget.Workspace);
  });

  afterEach(closeAll);

  it('shows the bytes of an array in a hover', async function () {
    const editor = await open(FILE);
    await findingsWhen(editor.document.uri, (all) => all.length > 0);
    editor.selection = at(editor.document, 'frame = ');
    await vscode.commands.executeCommand('editor.action.showHover');
    const text = await look('.monaco-hover :text("8,000,000")', { name: 'hover', area: EDITOR });
    if (text === null) return this.skip();
    assert.match(text, /8,000,000/);
  });

  it('offers the fix in the light bulb menu', async function () {
    const editor = await open(FILE);
    await findingsWhen(editor.document.uri, (all) => all.length > 0);
    editor.selection = at(editor.document, 'frame.copy()');
    await vscode.commands.executeCommand('editor.action.quickFix');
    const text = await look('.action-widget', { name: 'light-bulb', area: EDITOR });
    if (text === null) return this.skip();
    assert.match(text, /copy/i);
  });
});

function at(document: vscode.TextDocument, piece: string): vscode.Selection {
  const { start } = rangeOf(document, piece);
  return new vscode.Selection(start, start);
}

/**
 * What a person sees: the hover and the light bulb's menu, as pictures.
 */

import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { look } from './control.ts';
import { closeAll, findingsWhen, open, rangeOf } from './editor.ts';

const FILE = 'examples/image-pipeline.ts';
const EDITOR = '.part.editor';
/** 512 × 768 doubles. */
const BYTES = '3,145,728';

describe('the window', () => {
  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('minimap.enabled', false, vscode.ConfigurationTarget.Workspace);
    await editor.update('stickyScroll.enabled', false, vscode.ConfigurationTarget.Workspace);
  });

  afterEach(closeAll);

  it('shows the bytes of an array in a hover', async function () {
    await openAt('mask = np.zeros', vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('editor.action.showHover');
    const text = await look(`.monaco-hover :text("${BYTES}")`, { name: 'hover', area: EDITOR });
    if (text === null) return this.skip();
  });

  it('offers the fix in the light bulb menu', async function () {
    await openAt('np.zeros([HEIGHT', vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('editor.action.quickFix');
    const text = await look('.action-widget', { name: 'light-bulb', area: EDITOR });
    if (text === null) return this.skip();
    assert.match(text, /uint8/);
  });
});

/** Opens the example once its findings are there, with the cursor at a piece of it. */
async function openAt(piece: string, reveal: vscode.TextEditorRevealType): Promise<void> {
  const editor = await open(FILE);
  await findingsWhen(editor.document.uri, (all) => all.length > 0);
  const { start } = rangeOf(editor.document, piece);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(editor.selection, reveal);
}

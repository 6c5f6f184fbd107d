/**
 * What the tests do in the editor, said in their words. Each wait is for an event, never for a time.
 */

import * as vscode from 'vscode';

export const EXTENSION = 'bytelens.bytelens-vscode';

/** Opens a file of the workspace in front. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No workspace folder is open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(document);
}

export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'bytelens');
}

export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The file's findings, as soon as they are as wanted. */
export function findingsWhen(
  uri: vscode.Uri,
  wanted: (findings: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return when(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const found = findings(uri);
      return wanted(found) ? found : undefined;
    },
    () => findings(uri).map(({ range, message }) => `${range.start.line + 1}: ${message}`),
  );
}

/** The document's text, as soon as it is as wanted. */
export function textWhen(document: vscode.TextDocument, wanted: (text: string) => boolean): Promise<string> {
  return when(
    vscode.workspace.onDidChangeTextDocument,
    () => {
      const text = document.getText();
      return wanted(text) ? text : undefined;
    },
    () => document.getText(),
  );
}

/** The longest that anything may take on a machine that is busy with other things, the server's start included. */
const LIMIT_MS = 40_000;

/** The first answer that is not undefined, asked now and after each event. `state` says what there was instead. */
export function when<Answer>(
  event: vscode.Event<unknown>,
  ask: () => Answer | undefined,
  state: () => unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const tryNow = (): void => {
      const answer = ask();
      if (answer === undefined) return;
      listening.dispose();
      clearTimeout(limit);
      resolve(answer);
    };
    const listening = event(tryNow);
    const limit = setTimeout(() => {
      listening.dispose();
      reject(new Error(`Waited ${LIMIT_MS} ms in vain. Now: ${JSON.stringify(state(), null, 2)}`));
    }, LIMIT_MS);
    tryNow();
  });
}

/** The range of a piece of the document's text, which must be there. */
export function rangeOf(document: vscode.TextDocument, piece: string): vscode.Range {
  const start = document.getText().indexOf(piece);
  if (start < 0) throw new Error(`"${piece}" is not in ${document.uri.path}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + piece.length));
}

/** What Bytelens says where the pointer rests, as Markdown; other extensions' hovers are left out. */
export async function hover(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((part) => (typeof part === 'string' ? part : part.value)),
  );
  return texts.filter((text) => !text.includes('```typescript')).join('\n');
}

/** The code actions of one kind on a range, with their edits. */
export function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: string,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, 100);
}

export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** Closes all files and throws unsaved edits away, so that each test begins with what is on disk. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

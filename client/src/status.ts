/**
 * The status bar item: how many findings the file in front has. Absent when there is nothing to say.
 */

import { type Diagnostic, Disposable, languages, MarkdownString, StatusBarAlignment, window } from 'vscode';

export function showStatus(): Disposable {
  const item = window.createStatusBarItem('bytelens.findings', StatusBarAlignment.Right, 90);
  item.name = 'Bytelens findings';
  item.command = 'workbench.actions.view.problems';

  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const findings = uri ? languages.getDiagnostics(uri).filter(({ source }) => source === 'bytelens') : [];
    if (findings.length === 0) {
      item.hide();
      return;
    }
    item.text = `$(database) Bytelens ${findings.length}`;
    item.accessibilityInformation = { label: `Bytelens: ${count(findings.length)} in this file` };
    item.tooltip = summary(findings);
    item.show();
  };

  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) update();
    }),
  );
}

/** Each finding's first line with the line it stands on, in the order of the file. */
function summary(findings: readonly Diagnostic[]): MarkdownString {
  const text = new MarkdownString(`**Bytelens: ${count(findings.length)} in this file**\n\n`);
  for (const { message, range } of findings.toSorted((a, b) => a.range.start.compareTo(b.range.start))) {
    text.appendMarkdown(`- Line ${range.start.line + 1}: `);
    text.appendText(message.split('\n', 1)[0] ?? '');
    text.appendMarkdown('\n');
  }
  return text;
}

function count(findings: number): string {
  return findings === 1 ? '1 finding' : `${findings} findings`;
}

/**
 * The edit of a code action, worked out when it is needed and always against the current text. An action that was
 * offered for an older text finds its finding again by rule and code; where that is not beyond doubt there is no edit.
 */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../analysis/api.ts';
import { editsToText, pathOf, toTextEdits, toWorkspaceEdit } from './convert.ts';
import { ignoreInFile, ignoreOnLine } from './ignore.ts';
import type { Session } from './session.ts';

/** What leads back to a finding. */
export interface FindingRef {
  readonly uri: string;
  /** Of the document when the action was offered. */
  readonly version: number;
  readonly finding: string;
  readonly rule: string;
  /** The code that the finding stood on. */
  readonly text: string;
}

export type ActionData =
  | ({ readonly kind: 'fix'; readonly title: string } & FindingRef)
  | ({ readonly kind: 'ignoreLine' | 'ignoreFile' } & FindingRef)
  | { readonly kind: 'fixAll'; readonly uri: string };

const KINDS: readonly unknown[] = ['fix', 'ignoreLine', 'ignoreFile', 'fixAll'] satisfies ActionData['kind'][];

/** Data comes back from the editor, so it is not taken at its word. */
export function isActionData(data: unknown): data is ActionData {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, uri } = data as Partial<ActionData>;
  return KINDS.includes(kind) && typeof uri === 'string';
}

export async function editOf(session: Session, data: ActionData): Promise<WorkspaceEdit | null> {
  const document = session.documents.get(data.uri);
  if (!document) return null;
  const edits = await textEdits(session, document, data);
  return edits.length === 0 ? null : toWorkspaceEdit(document, edits, session.features);
}

async function textEdits(session: Session, document: TextDocument, data: ActionData): Promise<TextEdit[]> {
  const { analysis } = await session.engine;
  const path = pathOf(document);
  if (data.kind === 'fixAll') {
    const { text, applied } = analysis.fixAll(path, 'safe');
    return applied === 0 ? [] : editsToText(document, text);
  }
  const finding = findAgain(analysis.findings(path), document, data);
  if (!finding) {
    session.connection.console.info(`${data.rule}: the code has changed since this action was offered.`);
    return [];
  }
  switch (data.kind) {
    case 'fix': {
      const fix = analysis.fixes(path, finding.id).find(({ title }) => title === data.title);
      return fix ? toTextEdits(document, fix.edits) : [];
    }
    case 'ignoreLine':
      return proven(session, document, finding, ignoreOnLine(document.getText(), finding));
    case 'ignoreFile':
      return proven(session, document, finding, ignoreInFile(document.getText(), finding));
  }
}

function findAgain(findings: readonly Finding[], document: TextDocument, ref: FindingRef): Finding | null {
  if (ref.version === document.version) return findings.find(({ id }) => id === ref.finding) ?? null;
  const text = document.getText();
  const alike = findings.filter(({ rule, span }) => rule === ref.rule && text.slice(span.start, span.end) === ref.text);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/**
 * The comment, if it does what it is for and nothing else. Inside a template string or JSX a new line would not be a
 * comment but text of the program; then the finding would still be there, and the edit is not made.
 */
async function proven(
  session: Session,
  document: TextDocument,
  finding: Finding,
  edit: { readonly at: number; readonly newText: string },
): Promise<TextEdit[]> {
  const path = pathOf(document);
  const edits = toTextEdits(document, [{ span: { start: edit.at, end: edit.at }, newText: edit.newText }]);
  const before = (await session.engine).analysis.findings(path).length;
  const after = await session.whatIf(path, TextDocument.applyEdits(document, edits), ({ analysis }) =>
    analysis.findings(path),
  );
  const start = finding.span.start + (edits[0]?.newText.length ?? 0);
  const isGone = !after.some(({ rule, span }) => rule === finding.rule && span.start === start);
  if (isGone && after.length < before) return edits;
  session.connection.console.info(`${finding.rule}: no comment can stand above this line.`);
  return [];
}

/**
 * Code actions: the light bulb. Labels at once; edits when one is chosen, or at once for an editor that can't wait for
 * them. Each action carries what it needs to be worked out against the text as it is then (`action-edit.ts`).
 */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix } from '../analysis/api.ts';
import { OVER_BUDGET } from '../budget.ts';
import { type ActionData, editOf, type FindingRef, isActionData } from './action-edit.ts';
import { type DiagnosticData, pathOf, toSpan } from './convert.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bytelens`;

/**
 * With at most this many findings under the cursor their fixes are worked out for the menu, which then can say which
 * are safe; with more, as when a whole file is selected, only their titles are shown.
 */
const FINDINGS_WORKED_OUT = 3;

/** A hint on what to check must not push the title out of the menu. */
const LONGEST_CHECK = 70;

export function listenForCodeActions(session: Session): void {
  const { connection } = session;
  connection.onCodeAction(
    guarded<CodeActionParams, CodeAction[]>(connection.console, 'codeAction', [], (params) =>
      codeActions(session, params),
    ),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const resolve = guarded(connection.console, 'codeAction/resolve', action, () => resolved(session, action));
    return resolve(action, token);
  });
}

async function codeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const document = session.documents.get(textDocument.uri);
  if (!document) return [];
  const wanted = (kind: string): boolean =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`) || only === '') ?? true;
  const actions: CodeAction[] = [];
  const findings = await session.findings(document);
  if (wanted(CodeActionKind.QuickFix)) {
    const { start, end } = toSpan(document, range);
    const here = findings.filter(({ span }) => span.start <= end && span.end >= start);
    actions.push(...(await quickFixes(session, document, here, findings, context.diagnostics)));
  }
  if (wanted(FIX_ALL) && findings.some(({ fixTitles }) => fixTitles.length > 0)) {
    actions.push(action('Apply all safe Bytelens fixes', FIX_ALL, fixAllData(document)));
  }
  return session.features.lazyEdits ? actions : withEdits(session, actions);
}

async function quickFixes(
  session: Session,
  document: TextDocument,
  here: readonly Finding[],
  all: readonly Finding[],
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const { analysis } = await session.engine;
  const fixes: CodeAction[] = [];
  const ignores: CodeAction[] = [];
  for (const finding of here) {
    const ref = refer(document, finding);
    const diagnostics = shown.filter((d) => d.code === finding.rule && isAbout(d, finding, document));
    const add = (list: CodeAction[], title: string, data: ActionData, more: Partial<CodeAction> = {}): void => {
      list.push({ ...action(title, CodeActionKind.QuickFix, data), diagnostics, ...more });
    };
    if (here.length > FINDINGS_WORKED_OUT) {
      for (const title of finding.fixTitles) add(fixes, title, { kind: 'fix', ...ref, title });
    } else {
      const found = analysis.fixes(pathOf(document), finding.id, true);
      // The menu does not wait for the compiler to load: it says what is preferred when it is opened again.
      if (found.some(({ untyped }) => untyped)) session.prepareTypes(document);
      for (const fix of found) {
        const preferred = fix.applicability === 'safe' && !fix.untyped && session.features.preferredActions;
        const data: ActionData = { kind: 'fix', ...ref, title: fix.title };
        add(fixes, titleOf(fix), data, preferred ? { isPreferred: true } : {});
      }
    }
    // The budget is a setting and no rule of the analysis: comments don't speak to it.
    if (finding.rule === OVER_BUDGET) continue;
    add(ignores, `Ignore ${finding.rule} on this line`, { kind: 'ignoreLine', ...ref });
    add(ignores, `Ignore ${finding.rule} in this file`, { kind: 'ignoreFile', ...ref });
  }
  if (fixes.length > 0 && all.filter(({ fixTitles }) => fixTitles.length > 0).length > 1) {
    fixes.push(action('Apply all safe Bytelens fixes in this file', CodeActionKind.QuickFix, fixAllData(document)));
  }
  return [...fixes, ...ignores];
}

/** A safe fix needs no word; a suggestion says what the person has to check. */
function titleOf({ title, applicability, check }: Fix): string {
  if (applicability === 'safe') return title;
  return check !== null && check.length <= LONGEST_CHECK ? `${title} (check: ${check})` : `${title} (a suggestion)`;
}

function action(title: string, kind: string, data: ActionData): CodeAction {
  return { title, kind, data };
}

function fixAllData({ uri }: TextDocument): ActionData {
  return { kind: 'fixAll', uri };
}

function refer(document: TextDocument, { id, rule, span }: Finding): FindingRef {
  const { uri, version } = document;
  return { uri, version, finding: id, rule, text: document.getText().slice(span.start, span.end) };
}

function isAbout({ data, range }: Diagnostic, finding: Finding, document: TextDocument): boolean {
  const known = data as DiagnosticData | undefined;
  if (known?.version === document.version) return known.finding === finding.id;
  return document.offsetAt(range.start) === finding.span.start;
}

/** The action with its edit, or as it is where there is nothing (any more) to edit. */
async function resolved(session: Session, chosen: CodeAction): Promise<CodeAction> {
  if (!isActionData(chosen.data)) return chosen;
  const edit = await editOf(session, chosen.data);
  return edit === null ? chosen : { ...chosen, edit };
}

/** For an editor that takes actions only whole: those that change something. */
async function withEdits(session: Session, actions: readonly CodeAction[]): Promise<CodeAction[]> {
  const whole: CodeAction[] = [];
  for (const lazy of actions) {
    const { data: _, ...done } = await resolved(session, lazy);
    if (done.edit !== undefined) whole.push(done);
  }
  return whole;
}

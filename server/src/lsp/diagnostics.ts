/**
 * Diagnostics: answered when the editor pulls them, else pushed shortly after each change. A push that a newer change
 * has overtaken is dropped.
 */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from './convert.ts';
import { describe, guarded } from './guard.ts';
import type { Session } from './session.ts';

/** Where an analysis takes longer than a key, a burst of keys is one analysis: it waits so long for the next key. */
const DEBOUNCE_MS = 40;
/** Where the last one took no longer, the next starts at once. */
const QUICK_MS = 50;

export class Diagnostics {
  readonly #session: Session;
  /** Counts up with everything that can change what a file's diagnostics are. */
  #generation = 0;
  #timer: NodeJS.Timeout | null = null;
  /** How long the edited document took the last time. */
  #lastMs = 0;
  /** What was last pushed, by URI, so that other files are pushed only where theirs changed. */
  readonly #pushed = new Map<string, string>();

  constructor(session: Session) {
    this.#session = session;
  }

  listen(): void {
    const { connection } = this.#session;
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    connection.languages.diagnostics.on(
      guarded(connection.console, 'diagnostics', empty, (params: DocumentDiagnosticParams) => this.#pull(params)),
    );
  }

  /** A document was opened or edited. */
  changed(document: TextDocument): void {
    if (!this.#session.features.pullDiagnostics) this.#schedule(document);
  }

  /** Something changed that can concern every document: settings, or a file on the disk. */
  allChanged(): void {
    const { features, connection } = this.#session;
    if (!features.pullDiagnostics) this.#schedule(null);
    else if (features.refreshDiagnostics) connection.languages.diagnostics.refresh();
  }

  closed({ uri }: TextDocument): void {
    this.#pushed.delete(uri);
    if (this.#session.features.pullDiagnostics) return;
    void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#schedule(null);
  }

  async #pull({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const document = this.#session.documents.get(textDocument.uri);
    const items = document ? await this.#diagnosticsOf(document) : [];
    const resultId = createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 16);
    if (document && !(await this.#session.isSettled(document))) this.allChanged();
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  #schedule(first: TextDocument | null): void {
    const generation = ++this.#generation;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#pushAll(first, generation).catch((error) =>
          this.#session.connection.console.error(`diagnostics failed: ${describe(error)}`),
        );
      },
      this.#lastMs > QUICK_MS ? DEBOUNCE_MS : 0,
    );
  }

  /** The edited document first, then those that may depend on it; other requests get their turn in between. */
  async #pushAll(first: TextDocument | null, generation: number): Promise<void> {
    const { documents, connection } = this.#session;
    const others = documents.all().filter(({ uri }) => uri !== first?.uri);
    for (const { uri } of first ? [first, ...others] : others) {
      const document = documents.get(uri);
      if (!document) continue;
      const started = performance.now();
      const diagnostics = await this.#diagnosticsOrNone(document);
      if (uri === first?.uri) this.#lastMs = performance.now() - started;
      if (generation !== this.#generation) return;
      const text = JSON.stringify(diagnostics);
      if (uri === first?.uri || this.#pushed.get(uri) !== text) {
        this.#pushed.set(uri, text);
        await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
      }
      if (!(await this.#session.isSettled(document))) this.#schedule(document);
      await nextTurn();
      if (generation !== this.#generation) return;
    }
  }

  /** A document that fails must not keep the others from being shown, nor go on showing what it had. */
  async #diagnosticsOrNone(document: TextDocument): Promise<Diagnostic[]> {
    try {
      return await this.#diagnosticsOf(document);
    } catch (error) {
      this.#session.connection.console.error(`diagnostics of ${document.uri} failed: ${describe(error)}`);
      return [];
    }
  }

  async #diagnosticsOf(document: TextDocument): Promise<Diagnostic[]> {
    const { documents, features, rules } = this.#session;
    const pages = new Set((await rules).map(({ id }) => id));
    const findings = await this.#session.findings(document);
    return findings.map((f) => toDiagnostic(f, document, features, pages.has(f.rule), (path) => documents.at(path)));
  }
}

/**
 * The language server as this window sees it: one process of its own, started, stopped and restarted here.
 */

import { type Disposable, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import type { RulePages } from './rule-pages.ts';

/** An analysis makes much that is soon forgotten: a smaller nursery keeps the server small, and costs no time that can be felt. */
const LEAN = ['--max-semi-space-size=8'];
const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];
const SCHEMES = ['file', 'untitled'];

export class Server implements Disposable {
  readonly output: LogOutputChannel;
  readonly #client: LanguageClient;

  constructor(context: ExtensionContext, pages: RulePages) {
    this.output = window.createOutputChannel('Bytelens', { log: true });
    context.subscriptions.push(this.output);

    const options: LanguageClientOptions = {
      documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
      outputChannel: this.output,
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, pages.link(diagnostics)),
        provideDiagnostics: async (document, previousId, token, next) => {
          const report = await next(document, previousId, token);
          if (report && 'items' in report) pages.link(report.items);
          return report;
        },
      },
    };
    this.#client = new LanguageClient('bytelens', 'Bytelens', serverProcess(context), options);
  }

  /** Starts or stops the server, as `bytelens.enable` says. */
  async followSetting(): Promise<void> {
    const wanted = workspace.getConfiguration('bytelens').get('enable', true);
    await (wanted ? this.start() : this.stop());
  }

  async start(): Promise<void> {
    if (this.#client.isRunning()) return;
    await this.#orExplain('could not start', () => this.#client.start());
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }

  async restart(): Promise<void> {
    await this.#orExplain('could not be restarted', () => this.#client.restart());
  }

  dispose(): void {
    void this.#client.dispose();
  }

  /** A server that is not there must be said once and plainly: silence would read as "nothing is wasted". */
  async #orExplain(what: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window
        .showErrorMessage(
          `The Bytelens server ${what}, so no byte counts are shown. ${reason}`,
          'Show Output',
          'Restart',
        )
        .then((choice) => {
          if (choice === 'Show Output') this.output.show();
          if (choice === 'Restart') return this.restart();
          return undefined;
        });
    }
  }
}

/**
 * The bundled server under the editor's own Node.js. Messages go over the IPC channel, so that nothing which a
 * library prints to standard output can be taken for one.
 */
function serverProcess(context: ExtensionContext): ServerOptions {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.mjs').fsPath;
  const run = { module, args: ['lsp'], transport: TransportKind.ipc, options: { execArgv: [...LEAN] } };
  const inspected = { execArgv: [...LEAN, '--nolazy', '--inspect=6010', '--enable-source-maps'] };
  return { run, debug: { ...run, options: inspected } };
}

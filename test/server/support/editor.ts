/**
 * An editor without a window: starts the language server as a process and talks to it over its standard streams.
 * Everything is awaited as an event; nothing sleeps.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  MarkupContent,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What VS Code can do, without pulling diagnostics. */
export const CAPABLE: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { dataSupport: true, isPreferredSupport: true, resolveSupport: { properties: ['edit'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

export class Editor implements AsyncDisposable {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  /** Everything the server logged. */
  readonly log: string[] = [];
  /** What the server is told when it asks for `bytelens`. */
  settings: unknown = null;
  readonly #documents = new Map<string, TextDocument>();
  readonly #events = new EventEmitter();
  readonly #published = new Map<string, PublishDiagnosticsParams>();

  private constructor(program: string, execArgv: readonly string[]) {
    this.process = spawn(process.execPath, [...execArgv, program, 'lsp', '--stdio']);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.#events.setMaxListeners(0);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.set(params.uri, params);
      this.#events.emit('diagnostics');
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
      this.#events.emit('log');
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.onRequest(RegistrationRequest.type, () => {});
    // A server that died under a test is seen by the test; writing to it must not throw elsewhere.
    this.connection.onError(() => {});
    this.process.stdin.on('error', () => {});
    this.connection.listen();
  }

  static async start(
    program: string,
    capabilities: ClientCapabilities = CAPABLE,
    settings: unknown = null,
    execArgv: readonly string[] = [],
  ): Promise<{ editor: Editor; initialized: InitializeResult }> {
    const editor = new Editor(program, execArgv);
    editor.settings = settings;
    const initialized = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(capabilities.workspace?.configuration ? {} : { initializationOptions: settings }),
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return { editor, initialized };
  }

  async open(path: string, text: string, languageId = 'typescript'): Promise<TextDocument> {
    const uri = path.includes(':') ? path : pathToFileURL(path).href;
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#documents.set(uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return document;
  }

  /** Replaces the first occurrence of `before`, as an incremental change. */
  async edit(document: TextDocument, before: string, after: string): Promise<void> {
    const at = document.getText().indexOf(before);
    const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text: after }], version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ range, text: after }],
    });
  }

  async close({ uri }: TextDocument): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The pushed diagnostics of the document's current version, once they satisfy `accept`. */
  async diagnostics(
    document: Pick<TextDocument, 'uri' | 'version'>,
    accept: (params: PublishDiagnosticsParams) => boolean = (p) => p.version === document.version,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const published = this.#published.get(document.uri);
      if (published && accept(published)) return published;
      await once(this.#events, 'diagnostics');
    }
  }

  async logged(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.log.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      await once(this.#events, 'log');
    }
  }

  hover(document: TextDocument, needle: string): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: document.uri },
      position: document.positionAt(document.getText().indexOf(needle)),
    });
  }

  /** The hover's text as it was sent. */
  async hoverText(document: TextDocument, needle: string): Promise<string> {
    const hover = await this.hover(document, needle);
    return MarkupContent.is(hover?.contents) ? `${hover.contents.kind}: ${hover.contents.value}` : 'no hover';
  }

  /** The code actions at the first occurrence of `needle`. */
  async actions(
    document: TextDocument,
    needle: string,
    context: Partial<CodeActionContext> = {},
  ): Promise<CodeAction[]> {
    const position = document.positionAt(document.getText().indexOf(needle));
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: document.uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...context },
    });
    return (actions ?? []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** The document's text with the action's edit in it. */
  async applied(document: TextDocument, action: CodeAction): Promise<string> {
    const { edit } = action.edit ? action : await this.resolve(action);
    return TextDocument.applyEdits(document, editsFor(document, edit));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await ended;
    this.connection.dispose();
  }
}

/** The edits that are for this very version of the document. */
function editsFor(document: TextDocument, edit: WorkspaceEdit | undefined): TextEdit[] {
  const plain = edit?.changes?.[document.uri];
  if (plain) return plain;
  return (edit?.documentChanges ?? []).flatMap((change) => {
    const isThis = 'textDocument' in change && change.textDocument.uri === document.uri;
    return isThis && change.textDocument.version === document.version ? (change.edits as TextEdit[]) : [];
  });
}

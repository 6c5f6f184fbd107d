/** The handshake: what the server can do for this editor. */
import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { VERSION } from '../product.ts';
import { FIX_ALL } from './code-action.ts';
import { type ClientFeatures, clientFeatures } from './features.ts';

export function initialize({ capabilities }: InitializeParams): { result: InitializeResult; features: ClientFeatures } {
  const features = clientFeatures(capabilities ?? {});
  const result: InitializeResult = {
    serverInfo: { name: 'bytelens', version: VERSION },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
        resolveProvider: features.lazyEdits,
      },
      ...(features.pullDiagnostics
        ? { diagnosticProvider: { identifier: 'bytelens', interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
    },
  };
  return { result, features };
}

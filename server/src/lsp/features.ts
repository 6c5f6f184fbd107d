/** What the editor at the other end can do, read once from what it declares. */
import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver/node';

export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  /** Whether edits of code actions may come later, in `codeAction/resolve`. */
  readonly lazyEdits: boolean;
  readonly preferredActions: boolean;
  /** Whether workspace edits may say for which version of a document they are. */
  readonly versionedEdits: boolean;
  readonly markdown: boolean;
  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
}

export function clientFeatures({ textDocument, workspace }: ClientCapabilities): ClientFeatures {
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const action = textDocument?.codeAction;
  const formats = textDocument?.hover?.contentFormat;
  return {
    pullDiagnostics: pulled !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    codeDescription: (published?.codeDescriptionSupport ?? pulled?.codeDescriptionSupport) === true,
    relatedInformation: (published?.relatedInformation ?? pulled?.relatedInformation) === true,
    diagnosticData: (published?.dataSupport ?? pulled?.dataSupport) === true,
    lazyEdits: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    preferredActions: action?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    markdown: formats?.includes(MarkupKind.Markdown) === true,
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

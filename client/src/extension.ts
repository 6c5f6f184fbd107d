/**
 * The VS Code side of Bytelens: starts the language server, and gives its answers a place in the window.
 *
 * Thin by rule: no analysis, and no knowledge of arrays. Whatever is about code is asked of the server, so that every
 * editor that speaks the language server protocol shows the same.
 */

import { type ExtensionContext, workspace } from 'vscode';
import { registerCommands } from './commands.ts';
import { RulePages } from './rule-pages.ts';
import { Server } from './server.ts';
import { showStatus } from './status.ts';

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const pages = new RulePages(context.extensionUri);
  const running = new Server(context, pages);
  server = running;
  context.subscriptions.push(
    running,
    ...registerCommands(running, pages),
    showStatus(),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('bytelens.enable')) await running.followSetting();
    }),
  );
  await running.followSetting();
}

/** VS Code waits for this promise, so the server ends with the window and not after it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

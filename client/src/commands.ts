/**
 * The commands of the palette. Each is one call into VS Code or the server.
 */

import { commands, type Disposable } from 'vscode';
import type { RulePages } from './rule-pages.ts';
import type { Server } from './server.ts';

export function registerCommands(server: Server, pages: RulePages): Disposable[] {
  return [
    commands.registerCommand('bytelens.restartServer', () => server.restart()),
    commands.registerCommand('bytelens.showOutput', () => server.output.show()),
    commands.registerCommand('bytelens.fixAll', () =>
      commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.bytelens', apply: 'first' }),
    ),
    commands.registerCommand('bytelens.openRule', (rule?: string) => pages.open(rule)),
  ];
}

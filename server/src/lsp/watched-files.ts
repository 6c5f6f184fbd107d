/** Files that change on the disk without being open can change what the open ones mean. */
import { DidChangeWatchedFilesNotification, type DidChangeWatchedFilesParams } from 'vscode-languageserver/node';
import { filePathOf } from './convert.ts';
import { describe } from './guard.ts';
import type { Session } from './session.ts';

const PATTERNS = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}', '**/{package,tsconfig*,jsconfig}.json'];

export class WatchedFiles {
  readonly #session: Session;
  readonly #changed: () => void;

  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  listen(): void {
    const { connection } = this.#session;
    connection.onDidChangeWatchedFiles(async (params) => {
      try {
        await this.#update(params);
      } catch (error) {
        connection.console.error(`watched files failed: ${describe(error)}`);
      }
    });
  }

  async start(): Promise<void> {
    const { connection, features } = this.#session;
    if (!features.registersWatchers) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: PATTERNS.map((globPattern) => ({ globPattern })),
    });
  }

  async #update({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    const { analysis } = await this.#session.engine;
    this.#session.documents.refresh();
    const paths = changes
      .map(({ uri }) => filePathOf(uri))
      // For an open document the editor's text counts, not the disk's.
      .filter((path) => path !== null && !this.#session.documents.isOpen(path));
    for (const path of new Set(paths)) analysis.invalidate(path as string);
    if (paths.length > 0) this.#changed();
  }
}

/** Settings: asked for where the editor lets itself be asked, else taken from what it sends. */
import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from 'vscode-languageserver/node';
import { describe } from './guard.ts';
import type { Session } from './session.ts';
import { readSettings } from './settings.ts';

const SECTION = 'bytelens';

export class Configuration {
  readonly #session: Session;
  readonly #changed: () => void;

  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  listen(): void {
    this.#session.connection.onDidChangeConfiguration((change) => this.#update(change));
  }

  /** When the editor is ready to be asked. `options` are the `initializationOptions`. */
  async start(options: unknown): Promise<void> {
    const { connection, features } = this.#session;
    if (features.registersConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    await this.#update({ settings: { [SECTION]: options } });
  }

  async #update({ settings }: DidChangeConfigurationParams): Promise<void> {
    const { connection, features } = this.#session;
    try {
      const sent = features.pullsConfiguration
        ? await connection.workspace.getConfiguration(SECTION)
        : settings?.[SECTION];
      await this.#session.configure(readSettings(sent, (text) => connection.console.warn(text)));
      this.#changed();
    } catch (error) {
      connection.console.error(`configuration failed: ${describe(error)}`);
    }
  }
}

/**
 * What the request handlers share: the connection, the open texts, the engine, the settings. One session is one
 * editor window.
 */
import type { Connection } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../analysis/api.ts';
import { OVER_BUDGET, overBudget } from '../budget.ts';
import type { Engine, Engines, RuleInfo } from '../engine.ts';
import { pathOf } from './convert.ts';
import { Documents } from './documents.ts';
import { type ClientFeatures, clientFeatures } from './features.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** A person types on: what takes longer to find out is shown when it is found. */
const PATIENCE_MS = 150;
/** The menu is on the screen by then. */
const PREPARE_AFTER_MS = 200;

export class Session {
  readonly connection: Connection;
  readonly documents = new Documents();
  features: ClientFeatures = clientFeatures({});
  /** Loads while the editor is still introducing itself. */
  readonly engine: Promise<Engine>;
  readonly rules: Promise<readonly RuleInfo[]>;
  #settings: Settings = DEFAULT_SETTINGS;
  #preparing = false;

  constructor(connection: Connection, engines: Engines) {
    this.connection = connection;
    this.engine = engines.open(this.documents, DEFAULT_SETTINGS.analysis, PATIENCE_MS);
    this.rules = engines.rules();
  }

  get settings(): Settings {
    return this.#settings;
  }

  async configure(settings: Settings): Promise<void> {
    this.#settings = settings;
    (await this.engine).analysis.setConfig(settings.analysis);
  }

  /** A text changed, or appeared, or vanished. An engine that is still loading has nothing to forget. */
  invalidate(path: string): void {
    this.engine.then(
      ({ analysis }) => analysis.invalidate(path),
      () => {},
    );
  }

  /** The findings of a document's current text, those of the budget among them. */
  async findings(document: TextDocument): Promise<Finding[]> {
    if (!this.settings.enable) return [];
    const { analysis } = await this.engine;
    const path = pathOf(document);
    const { budget } = this.settings;
    return [
      ...analysis.findings(path),
      ...(budget === null ? [] : this.#budgeted(overBudget(analysis.facts(path), budget))),
    ];
  }

  /** Analyses a text that a document does not have, and forgets it again. */
  async whatIf<T>(path: string, text: string, look: (engine: Engine) => T): Promise<T> {
    const engine = await this.engine;
    const { analysis } = engine;
    try {
      return this.documents.withText(path, text, () => {
        analysis.invalidate(path);
        return look(engine);
      });
    } finally {
      analysis.invalidate(path);
    }
  }

  /** Loads what checking the types of fixes needs, once the answer that is being given is on its way. */
  prepareTypes(document: TextDocument): void {
    if (this.#preparing) return;
    this.#preparing = true;
    setTimeout(() => {
      this.#preparing = false;
      this.engine.then(
        ({ analysis }) => analysis.prepareTypes(pathOf(document)),
        () => {},
      );
    }, PREPARE_AFTER_MS);
  }

  /** Whether the findings of a document were all that there are. */
  async isSettled(document: TextDocument): Promise<boolean> {
    return !this.settings.enable || (await this.engine).analysis.isSettled(pathOf(document));
  }

  async close(): Promise<void> {
    // An engine that never opened has been reported, and needs no closing.
    (await this.engine.catch(() => null))?.close();
  }

  #budgeted(findings: Finding[]): Finding[] {
    const level = this.settings.analysis.rules[OVER_BUDGET] ?? 'warning';
    return level === 'off' ? [] : findings.map((f) => ({ ...f, severity: level }));
  }
}

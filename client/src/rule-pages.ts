/**
 * The rules' pages, which come with the extension: shown rendered, without a network.
 */

import { commands, type Diagnostic, FileType, Uri, window, workspace } from 'vscode';

export class RulePages {
  readonly #folder: Uri;

  constructor(extensionUri: Uri) {
    this.#folder = Uri.joinPath(extensionUri, 'dist', 'rules');
  }

  /** Makes each finding's rule name open the page that came with this version, instead of one on the web. */
  link(diagnostics: Diagnostic[]): Diagnostic[] {
    for (const diagnostic of diagnostics) {
      const { code } = diagnostic;
      if (typeof code !== 'object') continue;
      const argument = encodeURIComponent(JSON.stringify([code.value]));
      diagnostic.code = { value: code.value, target: Uri.parse(`command:bytelens.openRule?${argument}`) };
    }
    return diagnostics;
  }

  async open(rule: string | undefined): Promise<void> {
    const rules = await this.#rules();
    const chosen = rule ?? (await window.showQuickPick(rules, { title: 'Bytelens rules' }));
    if (chosen === undefined) return;
    if (!rules.includes(chosen)) {
      void window.showErrorMessage(`Bytelens has no rule "${chosen}". It has: ${rules.join(', ')}.`);
      return;
    }
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(this.#folder, `${chosen}.md`));
  }

  async #rules(): Promise<string[]> {
    const entries = await workspace.fs.readDirectory(this.#folder);
    return entries
      .filter(([name, type]) => type === FileType.File && name.endsWith('.md'))
      .map(([name]) => name.slice(0, -'.md'.length))
      .sort();
  }
}

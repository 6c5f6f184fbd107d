/**
 * Text synchronisation: the texts that the editor holds, in front of those on the disk. This is the analysis's host.
 */
import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../analysis/api.ts';
import { DiskHost } from '../host/disk.ts';
import { typeFiles } from '../host/type-files.ts';
import { closedDocument, pathOf } from './convert.ts';

export interface DocumentEvents {
  changed(document: TextDocument, path: string): void;
  closed(document: TextDocument, path: string): void;
}

export class Documents implements Host {
  readonly types = typeFiles;
  readonly #open = new TextDocuments(TextDocument);
  /** By the analysis's path. */
  readonly #byPath = new Map<string, TextDocument>();
  readonly #disk = new DiskHost();
  /** A text that stands in for a document's while something is tried. */
  #trial: { readonly path: string; readonly text: string } | null = null;

  listen(connection: Connection, events: DocumentEvents): void {
    // Also told for a document that has just been opened.
    this.#open.onDidChangeContent(({ document }) => {
      const path = pathOf(document);
      this.#byPath.set(path, document);
      events.changed(document, path);
    });
    this.#open.onDidClose(({ document }) => {
      const path = pathOf(document);
      this.#byPath.delete(path);
      events.closed(document, path);
    });
    this.#open.listen(connection);
  }

  get(uri: string): TextDocument | null {
    return this.#open.get(uri) ?? null;
  }

  all(): TextDocument[] {
    return this.#open.all();
  }

  isOpen(path: string): boolean {
    return this.#byPath.has(path);
  }

  read(path: string): string | null {
    if (this.#trial?.path === path) return this.#trial.text;
    return this.#byPath.get(path)?.getText() ?? this.#disk.read(path);
  }

  importers(path: string): readonly string[] {
    return this.#disk.importers(path);
  }

  /** Files changed on the disk. */
  refresh(): void {
    this.#disk.refresh();
  }

  /** The open document at a path, or one made of the file there. */
  at(path: string): TextDocument | null {
    const open = this.#byPath.get(path);
    if (open) return open;
    const text = this.#disk.read(path);
    return text === null ? null : closedDocument(path, text);
  }

  /** Answers `read` with `text` for this path while `work` runs. */
  withText<T>(path: string, text: string, work: () => T): T {
    this.#trial = { path, text };
    try {
      return work();
    } finally {
      this.#trial = null;
    }
  }
}

/** The analysis's host over the file system. */
import type { Host } from '../analysis/api.ts';
import { FileError, readSource } from './files.ts';
import { Importers } from './importers.ts';
import { typeFiles } from './type-files.ts';

/** Texts from the disk. What can't be read is absent: an import that leads there is unknown, not an error. */
export class DiskHost implements Host {
  readonly types = typeFiles;
  readonly #importers = new Importers();

  read(path: string): string | null {
    try {
      return readSource(path).text;
    } catch (error) {
      if (error instanceof FileError) return null;
      throw error;
    }
  }

  importers(path: string): readonly string[] {
    return this.#importers.of(path);
  }

  /** Files appeared, vanished or changed. */
  refresh(): void {
    this.#importers.clear();
  }
}

/** The file system as the type checker sees it: packages, settings and folders, by absolute path with forward slashes. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TypeFiles } from '../analysis/api.ts';
import { FileError, readSource, withForwardSlashes } from './files.ts';

export const typeFiles: TypeFiles = {
  read(path) {
    try {
      return readSource(path).text;
    } catch (error) {
      if (error instanceof FileError) return null;
      throw error;
    }
  },
  fileExists: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  directoryExists: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  directories(path) {
    try {
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
        .map(({ name }) => name);
    } catch {
      // A folder that cannot be read has nothing to show.
      return [];
    }
  },
  realpath(path) {
    try {
      return withForwardSlashes(realpathSync.native(path));
    } catch {
      // What is not there stays what it is called.
      return path;
    }
  },
  findUp(path, names) {
    for (let folder = dirname(path), last = ''; folder !== last; last = folder, folder = dirname(folder)) {
      for (const name of names) {
        const candidate = withForwardSlashes(`${folder === '/' ? '' : folder}/${name}`);
        if (typeFiles.fileExists(candidate)) return candidate;
      }
    }
    return null;
  },
};

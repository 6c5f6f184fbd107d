/**
 * The file system as the analysis and the command line see it: texts by absolute path with forward slashes, and
 * writing that never leaves half a file behind. The only room that decodes and encodes files.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A file that could not be read or written, said so that a person can act on it. */
export class FileError extends Error {
  override readonly name: string = 'FileError';
  readonly path: string;
  /** What went wrong, without the path. */
  readonly reason: string;

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, { cause });
    this.path = path;
    this.reason = reason;
  }
}

/** A file that is there but is no text: a video that is called `.ts`, say. */
export class NotTextError extends FileError {
  override readonly name = 'NotTextError';
}

/** A text as an editor holds it, and what its file has that the text has not. */
export interface SourceText {
  /** Without the byte order mark, so that positions are an editor's. */
  readonly text: string;
  readonly bom: boolean;
}

/** The absolute path with forward slashes by which the analysis knows a file. */
export function analysisPath(path: string, base = process.cwd()): string {
  return withForwardSlashes(resolve(base, path));
}

/** A path for a person: relative where it is below the working folder. */
export function shownPath(path: string, base = process.cwd()): string {
  const below = relative(base, path);
  const isOutside = /^\.\.($|[/\\])/.test(below) || isAbsolute(below);
  return withForwardSlashes(isOutside ? path : below);
}

export function withForwardSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** Throws a `FileError` where there is no such file, or it is no UTF-8 text. */
export function readSource(path: string): SourceText {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new FileError(path, reasonOf(error), error);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(BOM) ? { text: text.slice(BOM.length), bom: true } : { text, bom: false };
  } catch (error) {
    throw new NotTextError(path, 'is not UTF-8 text', error);
  }
}

/**
 * Replaces a file in one step: whoever reads it meanwhile, or after a crash, sees the old text or the new one. A
 * link keeps pointing where it points; permissions stay.
 */
export function writeSource(path: string, source: SourceText): void {
  let unfinished: string | null = null;
  try {
    const target = realpathSync(path);
    unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    const file = openSync(unfinished, 'wx', statSync(target).mode);
    try {
      writeFileSync(file, (source.bom ? BOM : '') + source.text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, target);
  } catch (error) {
    if (unfinished !== null) rmSync(unfinished, { force: true });
    throw new FileError(path, reasonOf(error), error);
  }
}

/** A new text with the line ends of the old one: an edit inside a CRLF file must not leave a lone LF. */
export function keepLineEnds(before: string, after: string): string {
  return usesCrlf(before) ? after.replaceAll(/\r?\n/g, '\r\n') : after;
}

/** Whether every line of the text ends with CRLF. */
export function usesCrlf(text: string): boolean {
  return text.includes('\r\n') && !/(^|[^\r])\n/.test(text);
}

const BOM = '\uFEFF';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'too many links',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
};

/** What a failed call to the operating system says, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? message ?? String(error);
}

/**
 * Which storages numpy-ts makes while a function runs, to dispose them when it returns: numpy-ts frees a temporary only
 * when it is disposed or, after the running synchronous code has ended, collected. Scopes nest: a storage belongs to the
 * innermost one that is open.
 */
import { onStorage } from '../memory/made.ts';
import type { Storage, StorageClass } from './storage.ts';

/** The open scopes, innermost last. */
const open: Storage[][] = [];
/** How many open scopes watch a class, and how to stop watching. */
const watched = new Map<StorageClass, { scopes: number; readonly stop: () => void }>();

function watch(Class: StorageClass): void {
  const entry = watched.get(Class);
  if (entry !== undefined) entry.scopes++;
  else watched.set(Class, { scopes: 1, stop: onStorage(Class, (storage) => void open.at(-1)?.push(storage)) });
}

function unwatch(Class: StorageClass): void {
  const entry = watched.get(Class);
  if (entry === undefined || --entry.scopes > 0) return;
  watched.delete(Class);
  entry.stop();
}

/**
 * Runs `work` and then disposes every storage that numpy-ts made meanwhile, also when `work` throws.
 *
 * `work` is given the list of what was made so far. A storage that it takes out of the list is not disposed; it then
 * belongs to the scope around this one, if there is one.
 */
export function inScope<T>(Class: StorageClass, work: (made: Storage[]) => T): T {
  const made: Storage[] = [];
  watch(Class);
  open.push(made);
  try {
    return work(made);
  } finally {
    open.pop();
    unwatch(Class);
    for (const storage of made) storage.dispose();
  }
}

/** Hands a storage that was taken out of a scope to the innermost scope that is open now. */
export function adopt(storage: Storage): void {
  open.at(-1)?.push(storage);
}

/** Takes a storage out of the open scope that would dispose it: its maker disposes it (the blocks of an `Arena`). */
export function disown(storage: Storage): void {
  for (const made of open) {
    const index = made.indexOf(storage);
    if (index >= 0) made.splice(index, 1);
  }
}

/**
 * Which storages numpy-ts makes while a function runs.
 *
 * numpy-ts has no hook for that, and frees a temporary only when it is disposed or, after the running synchronous code
 * has ended, collected. But every storage comes out of one of six factory functions of its class `ArrayStorage`, or
 * its `copy`. While a scope is open, these are wrapped to record what they return; when no scope is open they are
 * numpy-ts's own functions again. Scopes nest: a storage belongs to the innermost one that is open.
 */
import type { Storage, StorageClass } from './storage.ts';

const FACTORIES = ['fromData', 'fromDataShared', 'fromWasmRegion', 'zeros', 'empty', 'ones'] as const;

type Factory = (this: unknown, ...args: unknown[]) => Storage;
type Owner = Record<string, Factory>;

/** The open scopes, innermost last. */
const open: Storage[][] = [];
/** How many open scopes watch a class, and how to stop watching. */
const watched = new Map<StorageClass, { scopes: number; readonly restore: () => void }>();

function record(owner: Owner, name: string): () => void {
  const original = owner[name];
  if (original === undefined) throw new Error(`This version of numpy-ts has no ArrayStorage.${name}.`);
  owner[name] = function (...args) {
    const storage = original.apply(this, args);
    open.at(-1)?.push(storage);
    return storage;
  };
  return () => {
    owner[name] = original;
  };
}

function watch(Class: StorageClass): void {
  const entry = watched.get(Class);
  if (entry !== undefined) {
    entry.scopes++;
    return;
  }
  const restores = FACTORIES.map((name) => record(Class as unknown as Owner, name));
  restores.push(record(Class.prototype as unknown as Owner, 'copy'));
  watched.set(Class, { scopes: 1, restore: () => restores.forEach((restore) => void restore()) });
}

function unwatch(Class: StorageClass): void {
  const entry = watched.get(Class);
  if (entry === undefined || --entry.scopes > 0) return;
  watched.delete(Class);
  entry.restore();
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

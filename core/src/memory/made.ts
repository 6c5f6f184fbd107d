/**
 * Which storages numpy-ts makes.
 *
 * numpy-ts has no hook for that. But every storage comes out of one of six factory functions of its class
 * `ArrayStorage`, or its `copy`. While somebody listens, these are wrapped to tell what they return; when nobody does
 * they are numpy-ts's own functions again. There is one wrapping however many listen, so that it does not matter in
 * which order they stop.
 */
import type { Storage } from '../layout/view.ts';

/** The class of storages. A program can hold two copies of numpy-ts, each with its own. */
type Watched = object & { readonly prototype: object };

const FACTORIES = ['fromData', 'fromDataShared', 'fromWasmRegion', 'zeros', 'empty', 'ones'] as const;

type Factory = (this: unknown, ...args: unknown[]) => Storage;
type Owner = Record<string, Factory>;
export type Listener = (storage: Storage) => void;

interface Entry {
  readonly listeners: Set<Listener>;
  readonly restore: () => void;
}

const watched = new Map<Watched, Entry>();

function wrap(owner: Owner, name: string, listeners: Set<Listener>): () => void {
  const own = Object.hasOwn(owner, name);
  const original = owner[name];
  if (original === undefined) throw new Error(`This version of numpy-ts has no ArrayStorage.${name}.`);
  owner[name] = function (...args) {
    const storage = original.apply(this, args);
    for (const listener of listeners) listener(storage);
    return storage;
  };
  return () => {
    if (own) owner[name] = original;
    else delete owner[name];
  };
}

/** Calls `listener` with every storage of the class that is made until the returned function is called. */
export function onStorage(Class: Watched, listener: Listener): () => void {
  let entry = watched.get(Class);
  if (entry === undefined) {
    const listeners = new Set<Listener>();
    const restores = FACTORIES.map((name) => wrap(Class as unknown as Owner, name, listeners));
    restores.push(wrap(Class.prototype as unknown as Owner, 'copy', listeners));
    entry = { listeners, restore: () => restores.forEach((restore) => void restore()) };
    watched.set(Class, entry);
  }
  const { listeners, restore } = entry;
  // Each call is a listener of its own, also of the same function.
  const own: Listener = (storage) => listener(storage);
  listeners.add(own);
  return () => {
    if (!listeners.delete(own) || listeners.size > 0) return;
    watched.delete(Class);
    restore();
  };
}

/**
 * A map that is cheap to clone and to compare with its clones: changes lie in layers over what clones have in common.
 * The interpreter clones its state at every branch, and joins it soon after; both then cost what was changed, not what
 * there is.
 */

/** Stands in a layer for a key that is deleted there. */
const DELETED = Symbol('deleted');

type Entry<V> = V | typeof DELETED;

interface Layer<K, V> {
  readonly entries: ReadonlyMap<K, Entry<V>>;
  readonly parent: Layer<K, V> | null;
  readonly depth: number;
}

/** Layers beyond which those over the lowest are merged into one, so that a look-up stays short. */
const MAX_DEPTH = 8;

export class LayeredMap<K, V> {
  #own = new Map<K, Entry<V>>();
  #parent: Layer<K, V> | null = null;

  get(key: K): V | undefined {
    let v = this.#own.get(key);
    for (let l = this.#parent; v === undefined && l !== null; l = l.parent) v = l.entries.get(key);
    return v === DELETED ? undefined : v;
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  set(key: K, value: V): void {
    this.#own.set(key, value);
  }

  delete(key: K): void {
    if (this.#parent === null) this.#own.delete(key);
    else this.#own.set(key, DELETED);
  }

  clone(): LayeredMap<K, V> {
    this.#freeze();
    const out = new LayeredMap<K, V>();
    out.#parent = this.#parent;
    return out;
  }

  /** Every key that has a value. */
  keys(): Set<K> {
    const out = new Set<K>();
    for (const k of changedKeys(this.#own, this.#parent, null)) if (this.has(k)) out.add(k);
    return out;
  }

  /** All keys under which the two may hold different values. */
  differing(other: LayeredMap<K, V>): Set<K> {
    const common = commonLayer(this.#parent, other.#parent);
    const out = changedKeys(this.#own, this.#parent, common);
    for (const k of changedKeys(other.#own, other.#parent, common)) out.add(k);
    return out;
  }

  /** Own changes become a layer that clones share. */
  #freeze(): void {
    if (this.#own.size > 0) {
      this.#parent = { entries: this.#own, parent: this.#parent, depth: (this.#parent?.depth ?? 0) + 1 };
      this.#own = new Map();
    }
    if (this.#parent !== null && this.#parent.depth > MAX_DEPTH) this.#parent = merged(this.#parent);
  }
}

/** The layers over the lowest as one; all as one where that would be no smaller. */
function merged<K, V>(top: Layer<K, V>): Layer<K, V> {
  const layers: Layer<K, V>[] = [];
  for (let l: Layer<K, V> | null = top; l !== null; l = l.parent) layers.unshift(l);
  const [base, ...over] = layers as [Layer<K, V>, ...Layer<K, V>[]];
  const entries = new Map<K, Entry<V>>();
  for (const l of over) for (const [k, v] of l.entries) entries.set(k, v);
  if (entries.size * 2 < base.entries.size) return { entries, parent: base, depth: 2 };
  const all = new Map(base.entries);
  for (const [k, v] of entries) {
    if (v === DELETED) all.delete(k);
    else all.set(k, v);
  }
  return { entries: all, parent: null, depth: 1 };
}

function changedKeys<K, V>(own: ReadonlyMap<K, unknown>, top: Layer<K, V> | null, until: Layer<K, V> | null): Set<K> {
  const out = new Set<K>(own.keys());
  for (let l = top; l !== null && l !== until; l = l.parent) for (const k of l.entries.keys()) out.add(k);
  return out;
}

function commonLayer<K, V>(a: Layer<K, V> | null, b: Layer<K, V> | null): Layer<K, V> | null {
  let x = a;
  let y = b;
  while (x !== y) {
    if (x === null || y === null) return null;
    if (x.depth >= y.depth) x = x.parent;
    else y = y.parent;
  }
  return x;
}

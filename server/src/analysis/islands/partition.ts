/**
 * Cuts a program into islands: parts whose statements share no name, directly or through others, so that what happens in
 * one cannot be seen in another. Each is a program of its own, and is analysed alone.
 */

import { TYPED_ARRAYS } from 'bytelens/laws';
import type { Resolved } from '../interp/context.ts';
import { GLOBALS } from '../syntax/mentions.ts';
import type { Outline } from '../syntax/outline.ts';
import type { Unit } from '../syntax/units.ts';

/** The modules of a program, by path, and what their specifiers mean. */
export interface Sources {
  outline(path: string): Outline | null;
  resolve(from: string, specifier: string): Resolved;
}

export interface Island {
  /** The units of each module, in the order of the text. */
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  /** Whether anything in it can come to an array. */
  readonly arrays: boolean;
}

export interface Partition {
  /** Every module that the roots load. */
  readonly modules: ReadonlyMap<string, Outline>;
  /** The islands that have statements of the file; null where the program must be analysed as a whole. */
  readonly islands: readonly Island[] | null;
  /** Islands without any that hand on something which all code shares: it must be seen that they leave it as it is. */
  readonly suspects: readonly Island[];
}

/** Cuts a program of these roots as it concerns the file at `path`. */
export function partition(sources: Sources, roots: readonly string[], path: string): Partition {
  const modules = loaded(sources, roots);
  if ([...modules.values()].some((m) => m.entangled !== null)) return { modules, islands: null, suspects: [] };
  const links = new Links(sources, modules);
  const groups = new Groups();
  const nodes: { readonly path: string; readonly unit: Unit; readonly id: string }[] = [];
  for (const [at, outline] of modules) {
    for (const [n, unit] of outline.units.entries()) {
      if (unit.kind === 'inert') continue;
      const id = `${n} ${at}`;
      nodes.push({ path: at, unit, id });
      for (const name of unit.declares) groups.join(id, links.own(at, name));
      for (const name of unit.mentions) for (const binding of links.meant(at, name)) groups.join(id, binding);
    }
  }
  const here = new Set(nodes.filter((n) => n.path === path).map((n) => groups.of(n.id)));
  const suspect = new Set(nodes.filter((n) => n.unit.changesShared).map((n) => groups.of(n.id)));
  const found = new Map<string, { units: Map<string, Unit[]>; arrays: boolean }>();
  for (const n of nodes) {
    const group = groups.of(n.id);
    if (!here.has(group) && !suspect.has(group)) continue;
    let island = found.get(group);
    if (!island) {
      island = { units: new Map(), arrays: false };
      found.set(group, island);
    }
    const units = island.units.get(n.path);
    if (units) units.push(n.unit);
    else island.units.set(n.path, [n.unit]);
    island.arrays ||= links.reachesArrays(n.path, n.unit);
  }
  const of = (isHere: boolean): Island[] => [...found].filter(([g]) => here.has(g) === isHere).map(([, i]) => i);
  return { modules, islands: of(true), suspects: of(false) };
}

/** The roots, and all that they load, in no particular order. */
function loaded(sources: Sources, roots: readonly string[]): Map<string, Outline> {
  const modules = new Map<string, Outline>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (modules.has(path)) continue;
    const outline = sources.outline(path);
    if (!outline) continue;
    modules.set(path, outline);
    for (const specifier of outline.requests) {
      const r = sources.resolve(path, specifier);
      if (r.kind === 'file') open.push(r.path);
    }
  }
  return modules;
}

/** Globals through which code comes to arrays without importing anything. */
const ARRAY_GLOBALS: ReadonlySet<string> = new Set([
  ...TYPED_ARRAYS,
  'ArrayBuffer',
  'SharedArrayBuffer',
  'Buffer',
  'require',
]);

/** What names mean: the bindings, over all modules, that have to be in one island with who mentions them. */
class Links {
  readonly #sources: Sources;
  readonly #modules: ReadonlyMap<string, Outline>;
  readonly #bound = new Map<string, { readonly code: ReadonlySet<string>; readonly inert: ReadonlySet<string> }>();
  readonly #exports = new Map<string, readonly string[]>();

  constructor(sources: Sources, modules: ReadonlyMap<string, Outline>) {
    this.#sources = sources;
    this.#modules = modules;
  }

  own(path: string, name: string): string {
    return `${name} in ${path}`;
  }

  /** The bindings that a name means in a module; none for what nobody can change. */
  meant(path: string, name: string): readonly string[] {
    const outline = this.#modules.get(path);
    const imported = outline?.imports.get(name);
    if (imported) return this.#imported(path, imported.module, imported.name);
    const bound = this.#names(path);
    if (bound.code.has(name)) return [this.own(path, name)];
    if (bound.inert.has(name) || GLOBALS.has(name)) return [];
    // Declared nowhere: whoever else mentions it may have set it.
    return [`global ${name}`];
  }

  reachesArrays(path: string, unit: Unit): boolean {
    if (unit.changesShared || unit.told) return true;
    const imports = this.#modules.get(path)?.imports;
    for (const name of unit.mentions) {
      if (ARRAY_GLOBALS.has(name)) return true;
      const from = imports?.get(name);
      if (!from) continue;
      const { kind } = this.#sources.resolve(path, from.module);
      if (kind === 'library' || kind === 'core' || kind === 'node') return true;
      if (kind === 'file' && this.#leadsToLibrary(path, from.module, from.name, new Set())) return true;
    }
    return false;
  }

  /** Whether what a module hands on under a name comes from the library: `export * as np from 'numpy-ts'`. */
  #leadsToLibrary(from: string, specifier: string, name: string, seen: Set<string>): boolean {
    const r = this.#sources.resolve(from, specifier);
    if (r.kind === 'library' || r.kind === 'core' || r.kind === 'node') return true;
    if (r.kind !== 'file' || seen.has(`${name} of ${r.path}`)) return false;
    seen.add(`${name} of ${r.path}`);
    const outline = this.#modules.get(r.path);
    return (outline?.exports ?? []).some((e) => {
      if (name !== '*' && e.name !== '*' && e.name !== name) return false;
      const origin = e.from ?? (e.local === null ? undefined : outline?.imports.get(e.local));
      return origin ? this.#leadsToLibrary(r.path, origin.module, e.name === '*' ? name : origin.name, seen) : false;
    });
  }

  #names(path: string): { readonly code: ReadonlySet<string>; readonly inert: ReadonlySet<string> } {
    let found = this.#bound.get(path);
    if (!found) {
      const units = this.#modules.get(path)?.units ?? [];
      const of = (kind: Unit['kind']) => new Set(units.filter((u) => u.kind === kind).flatMap((u) => u.declares));
      found = { code: of('code'), inert: of('inert') };
      this.#bound.set(path, found);
    }
    return found;
  }

  #imported(from: string, specifier: string, name: string): readonly string[] {
    const r = this.#sources.resolve(from, specifier);
    return r.kind === 'file' ? this.#exported(r.path, name) : [];
  }

  /** The bindings behind what a module exports under a name; behind all of it for `*`. */
  #exported(path: string, name: string): readonly string[] {
    const key = `${name} of ${path}`;
    let all = this.#exports.get(key);
    if (!all) {
      const found = new Set<string>();
      this.#follow(path, name, found, new Set());
      all = [...found];
      this.#exports.set(key, all);
    }
    return all;
  }

  /** Modules may export from each other in circles: `seen` are those that are being followed. */
  #follow(path: string, name: string, found: Set<string>, seen: Set<string>): void {
    const key = `${name} of ${path}`;
    if (seen.has(key)) return;
    seen.add(key);
    const outline = this.#modules.get(path);
    for (const e of outline?.exports ?? []) {
      if (name !== '*' && e.name !== '*' && e.name !== name) continue;
      const origin = e.from ?? (e.local === null ? undefined : outline?.imports.get(e.local));
      if (origin) {
        const r = this.#sources.resolve(path, origin.module);
        if (r.kind === 'file') this.#follow(r.path, e.name === '*' ? name : origin.name, found, seen);
      } else if (e.local !== null) for (const b of this.meant(path, e.local)) found.add(b);
    }
  }
}

/** Disjoint sets of names. */
class Groups {
  readonly #parents = new Map<string, string>();

  of(name: string): string {
    let root = name;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    for (let at = name; at !== root; ) {
      const up = this.#parents.get(at) as string;
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.#parents.set(x, y);
  }
}

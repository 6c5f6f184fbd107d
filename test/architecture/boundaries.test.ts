/** The boundaries of ARCHITECTURE.md, held by what each file imports. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as core from 'numpy-ts/core';
import { type Source, sourcesIn, stringsIn } from './sources.ts';

const ANALYSIS = 'server/src/analysis';

const analysis = sourcesIn(`${ANALYSIS}/**/*.ts`);
const server = sourcesIn('server/src/**/*.ts');
const client = sourcesIn('client/src/**/*.ts');
const runtime = sourcesIn('core/src/**/*.ts');

/** `file imports what`, for each import that `forbidden` says must not be. */
function violations(sources: readonly Source[], forbidden: (imported: string, from: Source) => boolean): string[] {
  return sources.flatMap((s) => s.imports.filter((i) => forbidden(i, s)).map((i) => `${s.path} imports ${i}`));
}

const within = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

it('there is something to look at', () => {
  for (const sources of [analysis, server, client, runtime]) assert.ok(sources.length > 0);
  assert.ok(analysis.flatMap((s) => s.imports).length > 100);
});

describe('analysis', () => {
  it('knows no protocol, no editor and no operating system', () => {
    assert.deepEqual(
      violations(analysis, (i) => /^(vscode|node:)/.test(i)),
      [],
    );
  });

  it('knows nothing of who asks it', () => {
    const outside = (i: string): boolean => within(i, 'server') && !within(i, ANALYSIS, 'server/src/format');
    assert.deepEqual(violations(analysis, outside), []);
    assert.deepEqual(
      violations(analysis, (i) => within(i, 'client', 'test', 'scripts')),
      [],
    );
  });

  it('parses in one room only', () => {
    const compiler = /^(ts-morph|typescript|@ts-morph\/.*)$/;
    assert.deepEqual(
      violations(
        [...server, ...client, ...runtime],
        (i, s) => compiler.test(i) && !within(s.path, `${ANALYSIS}/syntax`),
      ),
      [],
    );
  });

  it('reads no clock and waits for nothing', () => {
    const timers = /\b(setTimeout|setInterval|setImmediate|queueMicrotask|performance\.now|Date\.now)\s*\(/;
    // In strings they are names that the interpreter knows.
    const code = (s: Source): string => s.text.replaceAll(/'[^'\n]*'/g, "''");
    assert.deepEqual(
      analysis.filter((s) => timers.test(code(s))).map((s) => s.path),
      [],
    );
  });

  it('has no cycles between its rooms, but for the interpreter and the libraries', () => {
    const room = (path: string): string | null => {
      const [first, second] = path.slice(ANALYSIS.length + 1).split('/');
      return within(path, ANALYSIS) && second !== undefined ? (first as string) : null;
    };
    const edges = new Map<string, Set<string>>();
    for (const s of analysis) {
      const from = room(s.path);
      if (from === null) continue;
      const to = edges.get(from) ?? new Set();
      edges.set(from, to);
      for (const i of s.imports) {
        const r = room(i);
        if (r !== null && r !== from) to.add(r);
      }
    }
    const known = (a: string, b: string): boolean => [a, b].sort().join() === 'interp,libraries';
    const reaches = (from: string, to: string, seen: Set<string> = new Set([from])): boolean =>
      [...(edges.get(from) ?? [])].some((next) => {
        if (known(from, next)) return false;
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, to, seen);
      });
    const rooms = [...edges.keys()];
    assert.ok(rooms.length >= 7, `only ${rooms}`);
    assert.deepEqual(
      rooms.filter((r) => reaches(r, r)),
      [],
    );
  });

  it('names functions of numpy-ts in its room and in the rules only', () => {
    // Words that mean something else here too, and what JavaScript's own objects have.
    const words = ['array', 'view', 'block', 'var', 'require', 'add', 'dispose', 'size', 'map'];
    const own = [
      Array.prototype,
      String.prototype,
      Math,
      Number,
      Object,
      Promise,
      Map.prototype,
      Set.prototype,
      Float64Array.prototype,
      Function.prototype,
    ];
    const shared = new Set([...words, ...own.flatMap((o) => Object.getOwnPropertyNames(o))]);
    const functions = new Set(
      Object.entries(core).flatMap(([n, v]) =>
        typeof v === 'function' && /^[a-z]/.test(n) && !shared.has(n) ? [n] : [],
      ),
    );
    assert.ok(functions.size > 300);
    const strangers = analysis.filter((s) => !within(s.path, `${ANALYSIS}/libraries`, `${ANALYSIS}/rules`));
    assert.deepEqual(
      strangers.flatMap((s) =>
        stringsIn(s)
          .filter((t) => functions.has(t))
          .map((t) => `${s.path} names ${t}`),
      ),
      [],
    );
  });
});

describe('the other parts', () => {
  it('core stands alone', () => {
    assert.deepEqual(
      violations(
        runtime,
        (i) => within(i, 'server', 'client', 'scripts', 'test') || /^(vscode|@bytelens|ts-morph)/.test(i),
      ),
      [],
    );
  });

  it('client knows no analysis', () => {
    assert.deepEqual(
      violations(client, (i) => within(i, 'server', 'core') || i.startsWith('bytelens')),
      [],
    );
  });

  it('only lsp and cli know the protocol', () => {
    const protocol = (i: string, s: Source): boolean =>
      i.startsWith('vscode') && !within(s.path, 'server/src/lsp', 'server/src/cli');
    assert.deepEqual(violations(server, protocol), []);
  });

  it('only lsp and cli turn offsets into lines', () => {
    const lines = /\b(positionAt|offsetAt|TextDocument\.create)\b/;
    assert.deepEqual(
      server
        .filter((s) => !within(s.path, 'server/src/lsp', 'server/src/cli') && lines.test(s.text))
        .map((s) => s.path),
      [],
    );
  });

  it('format depends on nothing of the project', () => {
    assert.deepEqual(
      violations(sourcesIn('server/src/format/**/*.ts'), (i) => !within(i, 'server/src/format')),
      [],
    );
  });
});

describe('files', () => {
  const MOST_LINES = 500;

  it('are short, or say in their header why not', () => {
    const long = sourcesIn('{core,server,client}/src/**/*.ts', 'scripts/**/*.{ts,mjs}', 'test/**/*.{ts,mjs}')
      .filter((s) => !s.path.includes('/programs/') && s.text.split('\n').length > MOST_LINES)
      .filter((s) => !/^\/\*\*(?:(?!\*\/)[\s\S])*\blong\b/.test(s.text));
    assert.deepEqual(
      long.map((s) => `${s.path}: ${s.text.split('\n').length} lines; its header must say why it is long`),
      [],
    );
  });

  it('say what they are for', () => {
    const silent = [...server, ...client, ...runtime].filter((s) => !/^(#!.*\n)?\/\*\*/.test(s.text));
    assert.deepEqual(
      silent.map((s) => s.path),
      [],
    );
  });
});

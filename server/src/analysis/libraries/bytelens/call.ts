/**
 * Calls of the core, the package `bytelens`. Most are known by their laws, which come from executing the core beside
 * numpy-ts; what takes functions of the program is defined here by what it is made to be, or not followed.
 */
import type { State } from '../../domain/state.ts';
import { str, UNDEFINED, type Value } from '../../domain/value.ts';
import { escapeValue } from '../../interp/arrays.ts';
import { unknownCall } from '../../interp/calls.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { plainResult } from '../../interp/notes.ts';
import type { Instr } from '../../ir/types.ts';
import { callLibrary, type LibraryResult } from '../numpy-ts/call.ts';
import { ARENA, ARENA_METHODS, callArena } from './arena.ts';
import { callBlockwise } from './blockwise.ts';
import { applyTable, isTable, tableOf } from './lut.ts';
import { CORE, isByLaw, SETTINGS, whyNotFollowed } from './names.ts';

/** An expression that `compile` has made ready: its text follows. */
const COMPILED = `${CORE}compiled:`;

export function isCore(path: string): boolean {
  return path.startsWith(CORE);
}

/** The function's name for a person. */
export function coreName(path: string): string {
  if (isTable(path)) return 'lut';
  return path.startsWith(COMPILED) ? 'evaluate' : path.slice(CORE.length);
}

/** What is read of a function of the core: mostly another function. Null for what is none, and not followed. */
export function coreMember(path: string, name: string): Value | null {
  const made = isTable(path) || path.startsWith(COMPILED);
  const plain = made ? isTable(path) || name !== 'async' : name === 'identity' || name === 'ufuncName';
  return plain ? null : { k: 'builtin', path: `${path}.${name}` };
}

export function callCore(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  values: readonly Value[],
  state: State,
): LibraryResult {
  const name = path.slice(CORE.length);
  const law = (of: string, args: readonly Value[]): LibraryResult => {
    const target = { kind: 'function', path: of } as const;
    return callLibrary(c, frame, i, { module: 'bytelens', target, name: `${CORE}${of}`, args }, state);
  };
  if (path.startsWith(COMPILED)) {
    const [expression, later] = compiledPath(path);
    const args = [str(expression), ...values];
    return later ? promised(c, frame, i, law('evaluate', args), args, state) : law('evaluate', args);
  }
  switch (name) {
    case 'blockwise':
      return plainResult(callBlockwise(c, frame, i, values, state));
    case 'evaluate':
      return law('evaluate', templateArguments(c, frame, i, values, state) ?? values);
    case 'evaluateAsync':
      return promised(c, frame, i, law('evaluate', values), values, state);
    case 'compile': {
      const [expression] = values;
      if (expression?.k !== 'str' || expression.value === null) break;
      return plainResult({ k: 'builtin', path: `${COMPILED}${JSON.stringify(expression.value)}` });
    }
  }
  if (isTable(path)) {
    const applied = applyTable(c, frame, i, path, values, state);
    if (applied) return applied;
  }
  if (ARENA_METHODS.test(name)) return callArena(c, frame, i, name.slice(ARENA.length + 1), values, state);
  if (isByLaw(name)) return law(name, values);
  if (SETTINGS.has(name)) return plainResult(UNDEFINED);
  // Its options are read before anybody else can have them.
  const table = name === 'lut' ? tableOf(values, state) : null;
  for (const v of values) escapeValue(c, frame, i, v, state, path);
  unknownCall(c, frame, i, state);
  if (table) {
    state.take(null, null, c.reason(frame, 'what making a table takes is not known', i.span));
    return plainResult(table);
  }
  return plainResult(c.unknown(frame, `${CORE}${coreName(path)}: ${whyNotFollowed(name)}`, i.span));
}

/** The expression of a compiled one, and whether it is evaluated asynchronously (`compiled.async(…)`). */
function compiledPath(path: string): readonly [string, boolean] {
  const text = path.slice(COMPILED.length);
  const end = text.lastIndexOf('"') + 1;
  return [JSON.parse(text.slice(0, end)) as string, text.slice(end) === '.async'];
}

/** The result comes later: until then the arrays are read, and what is taken meanwhile comes on top. */
function promised(
  c: Context,
  frame: Frame,
  i: Instr,
  result: LibraryResult,
  args: readonly Value[],
  state: State,
): LibraryResult {
  for (const a of args) escapeValue(c, frame, i, a, state, `${CORE}evaluateAsync`);
  state.take(null, null, c.reason(frame, 'when evaluateAsync takes its memory is not known', i.span));
  return { ...result, value: { k: 'promise', value: result.value } };
}

/**
 * The expression and the variables that a template stands for: evaluate`${a}**2 + ${b}` is `$0**2 + $1`. Null where it
 * is no template.
 */
function templateArguments(
  c: Context,
  frame: Frame,
  i: Instr,
  [strings, ...values]: readonly Value[],
  state: State,
): readonly [Value, Value] | null {
  const cell =
    strings?.k === 'object' && strings.ids.length === 1 ? state.heap.get(strings.ids[0] as number) : undefined;
  if (cell?.t !== 'list' || cell.items?.length !== values.length + 1) return null;
  const texts = cell.items.map((x) => (x.k === 'str' ? x.value : null));
  if (texts.includes(null)) return null;
  const expression = texts.reduce((head, text, n) => `${head} $${n - 1} ${text}`);
  const fields = new Map(values.map((v, n) => [`$${n}`, v]));
  const variables = c.allocate(state, frame, i.id, 'variables', {
    t: 'record',
    fields,
    rest: null,
    cls: null,
    multi: false,
  });
  return [str(expression as string), variables];
}

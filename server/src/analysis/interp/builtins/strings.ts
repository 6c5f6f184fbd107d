/** Methods of strings: exact on constants where the result is plain, else a string or a number. */
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import {
  ANY_BOOL,
  ANY_STRING,
  bool,
  constantOf,
  maybeAbsent,
  numberOf,
  str,
  UNDEFINED,
  type Value,
} from '../../domain/value.ts';
import { between } from '../../domain/values.ts';
import type { Instr } from '../../ir/types.ts';
import { escapeValue } from '../arrays.ts';
import type { Context, Frame } from '../context.ts';
import { num } from '../numbers.ts';

const TO_STRING = new Set([
  'slice',
  'substring',
  'trim',
  'trimStart',
  'trimEnd',
  'toUpperCase',
  'toLowerCase',
  'padStart',
  'padEnd',
  'repeat',
  'charAt',
  'concat',
  'replace',
  'replaceAll',
  'toString',
  'at',
  'normalize',
]);
const TO_NUMBER = new Set(['indexOf', 'lastIndexOf', 'charCodeAt', 'codePointAt', 'localeCompare', 'search']);
const TO_BOOL = new Set(['includes', 'startsWith', 'endsWith']);

export function callStringMethod(
  c: Context,
  frame: Frame,
  i: Instr,
  s: Value & { k: 'str' },
  name: string,
  values: readonly Value[],
  state: State,
): Value {
  const args = values.map((v) => (v.k === 'num' ? constantOf(v) : v.k === 'str' ? v.value : null));
  const known = s.value !== null && args.every((a) => a !== null);
  const exact = known ? apply(s.value as string, name, args as (string | number)[]) : undefined;
  for (const v of values) if (v.k === 'fn') escapeValue(c, frame, i, v, state, `.${name}()`);
  if (name === 'at')
    return known && exact === undefined ? UNDEFINED : known ? str(exact as string) : maybeAbsent(ANY_STRING);
  if (name === 'codePointAt' && exact === undefined) return maybeAbsent(numberOf(between(0, 2 ** 21, true)));
  if (typeof exact === 'string') return str(exact);
  if (typeof exact === 'number') return num(exact);
  if (typeof exact === 'boolean') return bool(exact);
  if (Array.isArray(exact))
    return c.list(
      state,
      frame,
      i.id,
      exact.map((x) => str(x)),
      Sym.of(exact.length),
    );
  if (TO_STRING.has(name)) return ANY_STRING;
  if (TO_NUMBER.has(name)) return numberOf(between(-(2 ** 31), 2 ** 31, true));
  if (TO_BOOL.has(name)) return ANY_BOOL;
  if (name === 'split')
    return c.allocate(state, frame, i.id, 'split', {
      t: 'list',
      items: null,
      element: ANY_STRING,
      length: null,
      multi: false,
    });
  for (const v of values) escapeValue(c, frame, i, v, state, `.${name}()`);
  return c.unknown(frame, `.${name}() of a string is not followed`, i.span);
}

/** Calls a method that has no effect and no callback; undefined where it is not one of these. */
function apply(s: string, name: string, args: readonly (string | number)[]): unknown {
  if (!TO_STRING.has(name) && !TO_NUMBER.has(name) && !TO_BOOL.has(name) && name !== 'split') return undefined;
  if (name === 'repeat' && Number(args[0]) * s.length > 10_000) return undefined;
  const f = (s as unknown as Record<string, (...xs: unknown[]) => unknown>)[name];
  try {
    return f?.apply(s, [...args]);
  } catch {
    // It throws in the program too; what follows is then not reached.
    return undefined;
  }
}

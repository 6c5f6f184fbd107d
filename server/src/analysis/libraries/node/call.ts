/** Functions of Node's own modules, by what they are documented to give. What is not listed here is not followed. */
import type { State } from '../../domain/state.ts';
import { ANY_BOOL, ANY_STRING, type ArrayValue, join, numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
import { between, dtypeRange } from '../../domain/values.ts';
import { escapeValue, write } from '../../interp/arrays.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { noted, plainResult } from '../../interp/notes.ts';
import { text } from '../../interp/numbers.ts';
import type { Instr } from '../../ir/types.ts';
import { newBuffer } from './buffers.ts';

/** What a function gives whatever it is given; it looks at that and keeps nothing of it. */
const GIVES: Readonly<Record<string, Value>> = {
  ...gives('node:path', ANY_STRING, 'join resolve basename dirname extname relative normalize format toNamespacedPath'),
  ...gives('node:path', ANY_BOOL, 'isAbsolute matchesGlob'),
  ...gives('node:os', ANY_STRING, 'tmpdir homedir hostname platform arch type release machine version endianness'),
  ...gives('node:os', natural(), 'totalmem freemem uptime availableParallelism'),
  ...gives('node:url', ANY_STRING, 'fileURLToPath format'),
  ...gives('node:url', { k: 'plain', what: 'a URL' }, 'pathToFileURL'),
  ...gives('node:fs', UNDEFINED, 'writeFileSync appendFileSync rmSync unlinkSync rmdirSync copyFileSync renameSync'),
  ...gives('node:fs', UNDEFINED, 'closeSync fsyncSync accessSync ftruncateSync truncateSync chmodSync utimesSync'),
  ...gives('node:fs', join(ANY_STRING, UNDEFINED), 'mkdirSync'),
  ...gives('node:fs', ANY_STRING, 'mkdtempSync'),
  ...gives('node:fs', ANY_BOOL, 'existsSync'),
  ...gives('node:fs', natural(), 'openSync writeSync'),
  ...gives('node:fs/promises', UNDEFINED, 'writeFile appendFile rm unlink rmdir copyFile rename access truncate'),
  ...gives('node:fs/promises', join(ANY_STRING, UNDEFINED), 'mkdir'),
  ...gives('node:fs/promises', ANY_STRING, 'mkdtemp'),
  ...gives('node:crypto', ANY_STRING, 'randomUUID'),
  ...gives('node:crypto', natural(), 'randomInt'),
};

function gives(module: string, value: Value, names: string): Record<string, Value> {
  return Object.fromEntries(names.split(' ').map((name) => [`${module}.${name}`, value]));
}

function natural(): Value {
  return numberOf(between(0, 2 ** 53, true));
}

/** Other names for a module of which the functions are in the table. */
const SAME_AS: readonly (readonly [string, string])[] = [
  ['node:path/posix.', 'node:path.'],
  ['node:path.posix.', 'node:path.'],
  ['node:fs.promises.', 'node:fs/promises.'],
];

function ownName(path: string): string {
  const same = SAME_AS.find(([other]) => path.startsWith(other));
  return same ? same[1] + path.slice(same[0].length) : path;
}

/** A member of a module that is no function. */
export function memberOfNode(path: string): Value | null {
  switch (ownName(path)) {
    case 'node:perf_hooks.performance':
      return { k: 'builtin', path: 'performance' };
    case 'node:process.default':
      return { k: 'builtin', path: 'process' };
    case 'node:buffer.Buffer':
      return { k: 'builtin', path: 'Buffer' };
    case 'node:path.sep':
    case 'node:path.delimiter':
    case 'node:os.EOL':
      return ANY_STRING;
    default:
      return null;
  }
}

/** What a call of a function of Node's gives; null where it is not followed. */
export function callNode(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  values: readonly Value[],
  state: State,
): Value | null {
  const name = ownName(path);
  const [first = UNDEFINED, second = UNDEFINED] = values;
  const looks = (): void => {
    for (const v of values) escapeValue(c, frame, i, v, state, path, false);
  };
  const later = (value: Value): Value => (name.startsWith('node:fs/promises.') ? { k: 'promise', value } : value);
  const given = GIVES[name];
  if (given) {
    // A callback is called when it is done.
    if (values.some((v) => v.k === 'fn' || v.k === 'unknown')) return null;
    looks();
    return later(given);
  }
  switch (name) {
    case 'node:fs.readFileSync':
    case 'node:fs/promises.readFile': {
      const asText = givesText(second, state);
      if (asText === null) return null;
      return later(asText ? ANY_STRING : read(c, frame, i, first, path, state));
    }
    case 'node:fs.readSync': {
      if (second.k !== 'array') return null;
      write(c, frame, i, second, second.dtypes ? dtypesRange(second) : dtypeRange('float64'), state, path);
      return natural();
    }
    case 'node:fs.readdirSync':
    case 'node:fs/promises.readdir':
      if (second.k !== 'undefined') return null;
      return later(
        c.allocate(state, frame, i.id, 'names', {
          t: 'list',
          items: null,
          element: ANY_STRING,
          length: null,
          multi: false,
        }),
      );
    case 'node:fs.statSync':
    case 'node:fs/promises.stat': {
      if (second.k !== 'undefined') return null;
      const size = c.symbol(frame, i.id, `bytes of ${fileName(frame, i, first)}`);
      return later(
        c.allocate(state, frame, i.id, 'stat', {
          t: 'record',
          fields: new Map([['size', numberOf({ lo: 0, hi: Infinity, integral: true, finite: true }, size)]]),
          rest: c.unknown(frame, 'what is known of a file is not followed', i.span),
          cls: null,
          multi: false,
        }),
      );
    }
    case 'node:crypto.randomBytes': {
      if (values.length !== 1) return null;
      const length = first.k === 'num' ? first.sym : null;
      const made = newBuffer(c, frame, i, length, dtypeRange('uint8'), true, state, 'its length is not known');
      return noted(c, frame, i, 'typed-array', path, values, plainResult(made), state);
    }
    case 'node:timers/promises.setTimeout':
      return { k: 'promise', value: second };
    case 'node:assert':
    case 'node:assert.ok':
    case 'node:assert.equal':
    case 'node:assert.strictEqual':
    case 'node:assert.notEqual':
    case 'node:assert.notStrictEqual':
    case 'node:assert.deepEqual':
    case 'node:assert.deepStrictEqual':
    case 'node:assert/strict':
    case 'node:assert/strict.ok':
    case 'node:assert/strict.equal':
    case 'node:assert/strict.deepEqual':
      looks();
      return UNDEFINED;
    default:
      return null;
  }
}

function dtypesRange(a: ArrayValue): ReturnType<typeof dtypeRange> {
  return dtypeRange(a.dtypes?.length === 1 ? (a.dtypes[0] as 'uint8') : 'float64');
}

/** Whether what says how a file is read makes a text of it; null where that is not known. */
function givesText(options: Value, state: State): boolean | null {
  switch (options.k) {
    case 'undefined':
    case 'null':
      return false;
    case 'str':
      return options.value === null ? null : options.value !== 'buffer';
    case 'object': {
      const cell = options.ids.length === 1 ? state.heap.get(options.ids[0] as number) : undefined;
      if (cell?.t !== 'record' || cell.rest) return null;
      return givesText(cell.fields.get('encoding') ?? UNDEFINED, state);
    }
    default:
      return null;
  }
}

/** The bytes of a file. */
function read(c: Context, frame: Frame, i: Instr, file: Value, path: string, state: State): Value {
  const length = c.symbol(frame, i.id, `bytes of ${fileName(frame, i, file)}`);
  const made = newBuffer(
    c,
    frame,
    i,
    length,
    dtypeRange('uint8'),
    true,
    state,
    'how long the file is is known only when the program runs',
  );
  return noted(c, frame, i, 'typed-array', path, [file], plainResult(made), state);
}

/** What a person calls the file: the last part of its path, or the text that says it. */
function fileName(frame: Frame, i: Instr, file: Value): string {
  const path = text(file);
  if (path !== null) return path.split('/').at(-1) || path;
  const [argument] = i.op === 'call' || i.op === 'invoke' ? i.args : [];
  const said = argument ? frame.module.text.slice(argument.span.start, argument.span.end) : '';
  return /^[\w$.]{1,30}$/.test(said) ? said : 'the file';
}

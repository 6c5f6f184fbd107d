/** `DataView`: reads and writes numbers of any kind in a buffer, and changes nothing else of it. */
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { ANY_NUMBER, type ArrayValue, numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
import { between } from '../../domain/values.ts';
import { event, reinterpret } from '../../interp/arrays.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { size } from '../../interp/numbers.ts';
import type { Instr } from '../../ir/types.ts';
import { bufferOf, restOfBuffer } from './construct.ts';

/** The hidden field of a view's record: the bytes under it. */
const VIEWED = '[[ViewedBytes]]';

/** `new DataView(buffer, offset?, length?)`; null where the buffer is not known. */
export function makeDataView(c: Context, frame: Frame, i: Instr, values: readonly Value[], state: State): Value | null {
  const [buffer = UNDEFINED, offset = UNDEFINED, length = UNDEFINED] = values;
  const bytes = bufferOf(buffer, state);
  if (!bytes) return null;
  event(c, frame, i, bytes, 'read', 'new DataView');
  const skipped = offset.k === 'num' ? offset.sym : offset.k === 'undefined' ? Sym.of(0) : null;
  const count = length.k === 'undefined' ? restOfBuffer(bytes, skipped) : length.k === 'num' ? length.sym : null;
  const fields = new Map<string, Value>([
    ['buffer', buffer],
    ['byteLength', size(count)],
    ['byteOffset', size(skipped)],
    [VIEWED, bytes],
  ]);
  return c.allocate(state, frame, i.id, 'data view', { t: 'record', fields, rest: null, cls: null, multi: false });
}

function viewedBytes(id: number, state: State): ArrayValue | null {
  const cell = state.heap.get(id);
  const bytes = cell?.t === 'record' && !cell.given ? cell.fields.get(VIEWED) : undefined;
  return bytes?.k === 'array' ? bytes : null;
}

export function isDataView(id: number, state: State): boolean {
  return viewedBytes(id, state) !== null;
}

const METHOD = /^(get|set)(Big)?(Ui|I)nt(8|16|32|64)$|^(get|set)Float(16|32|64)$/;

export function isDataViewMethod(name: string): boolean {
  return METHOD.test(name);
}

/** A method of all of some views. */
export function callDataView(
  c: Context,
  frame: Frame,
  i: Instr,
  view: Value & { k: 'object' },
  name: string,
  state: State,
): Value {
  for (const id of view.ids) {
    const bytes = viewedBytes(id, state);
    if (!bytes) continue;
    event(c, frame, i, bytes, name.startsWith('get') ? 'read' : 'write', name);
    if (name.startsWith('set')) reinterpret(c, bytes.stores, state);
  }
  if (name.startsWith('set')) return UNDEFINED;
  if (name.includes('Big')) return { k: 'bigint', value: null };
  const [, sign, bits] = /^get(U?)int(\d+)$/i.exec(name) ?? [];
  if (bits === undefined) return ANY_NUMBER;
  const reach = 2 ** Number(bits);
  return numberOf(sign ? between(0, reach - 1, true) : between(-reach / 2, reach / 2 - 1, true));
}

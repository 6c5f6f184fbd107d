/** Writes to members and elements of objects, lists and arrays. */
import type { Cell, State } from '../domain/state.ts';
import { elementOf } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { constantOf, join, type ObjectId, UNDEFINED, type Value } from '../domain/value.ts';
import type { Instr } from '../ir/types.ts';
import { accessorField } from '../ir/types.ts';
import { escapeArray, escapeValue, factOf, putInto, storedValues, write } from './arrays.ts';
import { isCollection } from './builtins/collections.ts';
import { callClosure } from './calls.ts';
import { methodOf, setStatic } from './classes.ts';
import type { Context, Frame } from './context.ts';
import { setCell } from './interleave.ts';
import { mayBeMissing } from './literals.ts';
import { text } from './numbers.ts';

/** Stands in `Context.replaced` for all that the array library provides. */
export const LIBRARY = 'the array library';

export function setMember(c: Context, frame: Frame, i: Instr, obj: Value, name: string, v: Value, state: State): void {
  if (obj.k === 'union') {
    for (const m of obj.members) setMember(c, frame, i, m, name, v, state);
    return;
  }
  if (obj.k === 'class') {
    setStatic(c, frame, i, obj.cls, name, v, state);
    return;
  }
  if (obj.k === 'builtin') c.replaced.add(obj.path === 'globalThis' ? name : `${obj.path}.${name}`);
  if (obj.k === 'library') c.replaced.add(LIBRARY);
  // A field of its own tells an array from all others.
  if (obj.k === 'array') {
    escapeArray(c, frame, i, obj, state, `.${name} =`, true);
    c.arrayFields.add(name);
  }
  if (obj.k !== 'object') {
    c.records.outsideTimes.push(c.tick());
    escapeValue(c, frame, i, v, state, 'an object that is not known');
    return;
  }
  putInto(c, frame, i, obj.ids, v, state);
  if (name === '__proto__' || obj.ids.some((id) => isCollection(id, state))) {
    for (const x of [obj, v]) escapeValue(c, frame, i, x, state, 'a field that hides what it has');
    return;
  }
  for (const id of obj.ids) {
    const cell = state.heap.get(id);
    if (cell?.t === 'record') {
      const accessor = cell.fields.get(accessorField('set', name));
      if (accessor?.k === 'fn') {
        for (const f of accessor.closures) callClosure(c, frame, i, { ...f, self: obj }, [v], state);
        continue;
      }
      const setter = cell.cls?.k === 'class' ? methodOf(cell.cls.cls, name, 'set') : null;
      if (setter) {
        callClosure(c, frame, i, { ...setter, self: obj }, [v], state);
        continue;
      }
      const weak = cell.multi || obj.ids.length > 1;
      // What a constructor sets, no object made by it is without.
      const own = cell.fields.get(name);
      // A field that is declared without a value, and gets one where the object is made.
      const known = own?.k === 'undefined' && c.constructing.has(id) ? v : own;
      const old = known ?? cell.rest ?? (c.constructing.has(id) ? v : UNDEFINED);
      const fields = new Map(cell.fields);
      fields.set(name, weak ? join(old, v) : v);
      // Whether it was there already decides where it stands now.
      const rest = known && mayBeMissing(known) ? (cell.rest ?? UNDEFINED) : cell.rest;
      setCell(c, state, id, { ...cell, fields, rest });
    } else if (cell?.t === 'list' && name === 'length') {
      setCell(c, state, id, {
        t: 'list',
        items: null,
        element: elementOf(cell),
        length: v.k === 'num' ? v.sym : null,
        multi: cell.multi,
      });
    } else if (cell?.t === 'list') {
      withFields(c, frame, i, id, cell, v, state);
    }
  }
}

/** A list gets a field like any object: what it holds, and which keys a loop goes over, is not followed from here on. */
function withFields(
  c: Context,
  frame: Frame,
  i: Instr,
  id: ObjectId,
  cell: Cell & { t: 'list' },
  v: Value,
  state: State,
): void {
  escapeValue(c, frame, i, v, state, 'a field of a list');
  for (const x of [...(cell.items ?? []), ...(cell.element ? [cell.element] : [])])
    escapeValue(c, frame, i, x, state, 'a list with other fields');
  const element = c.unknown(frame, 'a list with other fields than elements is not followed', i.span);
  setCell(c, state, id, { t: 'list', items: null, element, length: null, multi: cell.multi });
}

export function setElement(c: Context, frame: Frame, i: Instr, obj: Value, index: Value, v: Value, state: State): void {
  if (obj.k === 'union') {
    for (const m of obj.members) setElement(c, frame, i, m, index, v, state);
    return;
  }
  if (obj.k === 'array') {
    const fact =
      v.k === 'num'
        ? v.fact
        : v.k === 'array'
          ? factOf(v, state)
          : { lo: -Infinity, hi: Infinity, integral: false, finite: false };
    write(c, frame, i, obj, storedValues(obj, fact), state, '[i] =');
    return;
  }
  if (obj.k !== 'object') {
    c.records.outsideTimes.push(c.tick());
    escapeValue(c, frame, i, v, state, 'an object that is not known');
    return;
  }
  const n = constantOf(index);
  const name = text(index);
  putInto(c, frame, i, obj.ids, v, state);
  for (const id of obj.ids) {
    const cell = state.heap.get(id);
    if (!cell) continue;
    if (cell.t === 'record') {
      if (name !== null) setMember(c, frame, i, { k: 'object', ids: [id] }, name, v, state);
      else {
        const fields = new Map([...cell.fields].map(([k, x]) => [k, join(x, v)]));
        setCell(c, state, id, { ...cell, fields, rest: cell.rest ? join(cell.rest, v) : join(UNDEFINED, v) });
      }
      continue;
    }
    if (n !== null && !(Number.isInteger(n) && n >= 0)) {
      withFields(c, frame, i, id, cell, v, state);
      continue;
    }
    const weak = cell.multi || obj.ids.length > 1;
    if (cell.items && n !== null && Number.isInteger(n) && n >= 0 && n < cell.items.length) {
      const old = cell.items[n] as Value;
      setCell(c, state, id, { ...cell, items: cell.items.with(n, weak ? join(old, v) : v) });
    } else if (cell.items && n === cell.items.length && !weak) {
      setCell(c, state, id, { ...cell, items: [...cell.items, v], length: Sym.of(n + 1) });
    } else {
      const inside = elementOf(cell);
      const length = cell.length?.value ?? null;
      const within = index.k === 'num' && index.fact.lo >= 0 && length !== null && index.fact.hi < length;
      setCell(c, state, id, {
        t: 'list',
        items: within && cell.items ? cell.items.map((x) => join(x, v)) : null,
        element: inside ? join(inside, v) : v,
        length: within ? cell.length : null,
        multi: cell.multi,
      });
    }
  }
}

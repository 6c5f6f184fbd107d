/** `structuredClone`: a deep copy of plain data and typed arrays. */
import type { Cell, State } from '../../domain/state.ts';
import { mapMembers, type Value } from '../../domain/value.ts';
import type { Instr } from '../../ir/types.ts';
import { accessorField } from '../../ir/types.ts';
import { makeTyped } from '../../libraries/typed-array/construct.ts';
import { event, factOf } from '../arrays.ts';
import type { Context, Frame } from '../context.ts';

/** How deep data is copied before its copy is unknown. */
const MOST_LEVELS = 8;

export function structuredClone(c: Context, frame: Frame, i: Instr, v: Value, state: State): Value {
  const unknown = (): Value => c.unknown(frame, 'what structuredClone makes of this is not followed', i.span);
  const copies = new Map<number, Value>();
  let made = 0;
  const copy = (x: Value, depth: number): Value =>
    mapMembers(x, (m) => {
      if (depth > MOST_LEVELS) return unknown();
      switch (m.k) {
        case 'num':
        case 'str':
        case 'bool':
        case 'bigint':
        case 'undefined':
        case 'null':
          return m;
        case 'array': {
          if (m.library !== 'typed-array' || m.ctor === null) return unknown();
          event(c, frame, i, m, 'read', 'structuredClone');
          const at = { ...i, id: i.id + made++ / 1024 };
          const clone = makeTyped(c, frame, at, m.ctor, m.shape?.[0] ?? null, factOf(m, state), state);
          // Of a view, all the memory behind it is copied.
          return m.owns === 'owns' ? clone : { ...clone, owns: 'unknown', part: true, backing: 'unknown' };
        }
        case 'object':
          return m.ids.length === 1 ? copyObject(m.ids[0] as number, depth) : unknown();
        default:
          return unknown();
      }
    });
  const copyObject = (id: number, depth: number): Value => {
    const done = copies.get(id);
    if (done) return unknown();
    copies.set(id, unknown());
    const cell = state.heap.get(id);
    const next = cell && !cell.given ? copyCell(cell, depth) : null;
    return next ? c.allocate(state, frame, i.id, `clone ${made++}`, next) : unknown();
  };
  const copyCell = (cell: Cell, depth: number): Cell | null => {
    if (cell.t === 'list') {
      if (cell.iterator) return null;
      const { live: _, ...rest } = cell;
      return {
        ...rest,
        items: cell.items?.map((x) => copy(x, depth + 1)) ?? null,
        element: cell.element ? copy(cell.element, depth + 1) : null,
        multi: false,
      };
    }
    const hidden = [...cell.fields.keys()].some((n) => n.startsWith('[[') || n.startsWith(accessorField('get', '')));
    if (cell.rest || cell.cls || hidden) return null;
    const fields = new Map([...cell.fields].map(([n, x]) => [n, copy(x, depth + 1)] as const));
    return { t: 'record', fields, rest: null, cls: null, multi: false };
  };
  return copy(v, 0);
}

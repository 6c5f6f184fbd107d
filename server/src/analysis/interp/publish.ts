/** What code that is not seen can get through a module's exports: which arrays it may be given, and write. */
import type { State } from '../domain/state.ts';
import type { ClassValue, Value } from '../domain/value.ts';
import { reach } from './arrays.ts';
import type { Context } from './context.ts';

/** Notes the storages that go to callers which are not seen, through exported functions, objects and classes. */
export function publish(c: Context, state: State): void {
  const open = new Set<string>();
  const classes = new Set<string>();
  for (const [path, frameId] of c.moduleFrames) {
    for (const e of c.modules.load(path)?.exports ?? []) {
      const v = e.kind === 'local' ? state.vars.get(`${frameId}:${e.variable.id}`) : undefined;
      if (v) openFunctions(v, state, open, classes);
    }
  }
  // What an open function returns is open in turn; the set grows while it is gone over.
  for (const key of open) {
    for (const id of c.records.returned.get(key) ?? []) c.records.published.add(id);
    for (const inner of c.records.returnedFunctions.get(key) ?? []) open.add(inner);
  }
  // Fields of its instances are there for whoever makes one.
  for (const [id, maker] of c.records.makers) {
    const call = c.records.calls.get(maker);
    if (call && classes.has(`${call.module}#${call.fn}`)) c.records.published.add(id);
  }
}

function openFunctions(v: Value, state: State, open: Set<string>, classes: Set<string>): void {
  const seen = new Set<number>();
  const called = (f: Value & { k: 'fn' }): void => {
    for (const x of f.closures) open.add(`${x.module}#${x.fn}`);
  };
  reach(v, state, () => {}, seen, called);
  if (v.k === 'class') openClass(v.cls, open, classes);
  for (const id of seen) {
    const cell = state.heap.get(id);
    if (cell?.t === 'record' && cell.cls?.k === 'class') openClass(cell.cls.cls, open, classes);
  }
}

function openClass({ module, cls, base }: ClassValue, open: Set<string>, classes: Set<string>): void {
  const members = [cls.ctor, cls.fields, cls.statics, ...cls.methods.map((m) => m.fn)];
  for (const fn of members) {
    if (fn === null) continue;
    open.add(`${module}#${fn}`);
    classes.add(`${module}#${fn}`);
  }
  if (base?.k === 'class') openClass(base.cls, open, classes);
}

/** Records calls that make or read arrays, for the rules. */
import type { State } from '../domain/state.ts';
import { join, UNDEFINED, type Value } from '../domain/value.ts';
import { joinValues, type ValueFact } from '../domain/values.ts';
import type { Instr } from '../ir/types.ts';
import type { LibraryResult } from '../libraries/numpy-ts/call.ts';
import { factOf } from './arrays.ts';
import type { Context, Frame } from './context.ts';
import type { CallRecord } from './records.ts';

/** The result of a call that no law was asked for. */
export function plainResult(value: Value): LibraryResult {
  const owned = value.k === 'array' && value.owns === 'owns' ? value.stores : [];
  return { value, law: null, made: new Set(owned), overflow: false, exact: false };
}

/** Writes down one evaluation of a call and returns its value. */
export function noted(
  c: Context,
  frame: Frame,
  i: Instr,
  library: CallRecord['library'],
  name: string,
  args: readonly Value[],
  r: LibraryResult,
  state: State,
): Value {
  if (i.op !== 'call' && i.op !== 'invoke' && i.op !== 'new') return r.value;
  const key = `${frame.module.path}#${i.id}`;
  const argFacts = args.map((a) => (a.k === 'array' ? factOf(a, state) : null));
  const resultFact = r.value.k === 'array' ? factOf(r.value, state) : r.value.k === 'num' ? r.value.fact : null;
  const time = c.tick();
  const old = c.records.calls.get(key);
  if (!old) {
    c.records.calls.set(key, {
      module: frame.module.path,
      fn: frame.fn.index,
      instr: i,
      name,
      library,
      args: [...args],
      argFacts,
      result: r.value,
      resultFact,
      made: new Set(r.made),
      law: r.law,
      overflow: r.overflow,
      exact: r.exact,
      repeated: c.fixDepth > 0,
      count: 1,
      times: { first: time, last: time },
    });
    return r.value;
  }
  old.args = old.args.map((a, n) => join(a, args[n] ?? UNDEFINED));
  old.argFacts = old.argFacts.map((f, n) => joinFacts(f, argFacts[n] ?? null));
  old.result = join(old.result, r.value);
  old.resultFact = joinFacts(old.resultFact, resultFact);
  for (const id of r.made) old.made.add(id);
  if (JSON.stringify(old.law) !== JSON.stringify(r.law)) old.law = null;
  old.overflow ||= r.overflow;
  old.exact &&= r.exact;
  old.repeated ||= c.fixDepth > 0;
  old.count++;
  old.times.last = time;
  return r.value;
}

function joinFacts(a: ValueFact | null, b: ValueFact | null): ValueFact | null {
  return a && b ? joinValues(a, b) : null;
}

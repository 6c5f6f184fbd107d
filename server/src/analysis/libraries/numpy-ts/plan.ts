/** Recipes: which calls, with literal arguments only, make a value. What can be executed to measure it. */
import type { State } from '../../domain/state.ts';
import { constantOf, type Literal, type PlanNode, type PlanNodeArg, type Value } from '../../domain/value.ts';
import type { Context } from '../../interp/context.ts';
import type { LibraryCall } from './call.ts';

/** Longest list that is written into a plan. */
const MAX_ITEMS = 4096;

/** The recipe of a call, or null where an input is not literal. */
export function planNode(c: Context, call: LibraryCall, state: State): PlanNode | null {
  // What a generator of random numbers gives depends on what it gave before.
  if (c.fixDepth > 0 || call.name.startsWith('random.')) return null;
  const args: PlanNodeArg[] = [];
  for (const a of call.args) {
    const p = planArg(a, state, 0);
    if (!p) return null;
    args.push(p);
  }
  return { id: c.fresh(), module: call.module, target: call.target, args, stores: storesOf(call.args) };
}

function storesOf(args: readonly Value[]): readonly number[] {
  return args.flatMap((a) => (a.k === 'array' ? a.stores : []));
}

function planArg(v: Value, state: State, depth: number): PlanNodeArg | null {
  if (depth > 6) return null;
  if (v.k === 'array') return v.plan ? { kind: 'node', node: v.plan } : null;
  if (v.k === 'object' && v.ids.length === 1) {
    const cell = state.heap.get(v.ids[0] as number);
    if (cell?.t === 'list' && cell.items && cell.items.length <= MAX_ITEMS) {
      const items = cell.items.map((x) => planArg(x, state, depth + 1));
      return items.includes(null) ? null : { kind: 'list', items: items as PlanNodeArg[] };
    }
    if (cell?.t === 'record' && !cell.rest && !cell.cls) {
      const fields: Record<string, PlanNodeArg> = {};
      for (const [n, x] of cell.fields) {
        const p = planArg(x, state, depth + 1);
        if (!p) return null;
        fields[n] = p;
      }
      return { kind: 'object', fields };
    }
    return null;
  }
  const spec = literal(v);
  return spec ? { kind: 'spec', spec } : null;
}

function literal(v: Value): Literal | null {
  switch (v.k) {
    case 'num': {
      const n = constantOf(v);
      if (n === null) return null;
      if (Object.is(n, -0)) return { kind: 'float', value: '-0' };
      return Number.isSafeInteger(n) ? { kind: 'int', value: n } : { kind: 'float', value: n };
    }
    case 'str':
      return v.value === null ? null : { kind: 'string', value: v.value };
    case 'bool':
      return v.value === null ? null : { kind: 'boolean', value: v.value };
    case 'bigint':
      return v.value === null ? null : { kind: 'bigint', value: v.value };
    case 'null':
      return { kind: 'null' };
    case 'undefined':
      return { kind: 'undefined' };
    default:
      return null;
  }
}

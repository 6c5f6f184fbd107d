/** Recipes to plans: the calls, in order, that make a value from literals only. */
import type { MeasurePlan, PlanArg, PlanStep } from 'bytelens/measure';
import type { ArrayValue, PlanNode, PlanNodeArg } from './domain/value.ts';
import type { Records } from './interp/records.ts';

/** Longest plan that is worth executing for a hover. */
const MAX_STEPS = 200;

export function planOf(records: Records, a: ArrayValue): MeasurePlan | { readonly unavailable: string } {
  if (!a.plan) return { unavailable: 'it depends on more than library calls on literals' };
  const steps: PlanStep[] = [];
  const ids = new Map<PlanNode, string>();
  let changed = false;
  const visit = (n: PlanNode): string => {
    const known = ids.get(n);
    if (known !== undefined) return known;
    if (n.stores.some((s) => records.mutated.has(s))) changed = true;
    const args = n.args.map((x) => argument(x, visit));
    const id = `v${ids.size}`;
    ids.set(n, id);
    steps.push({ id, module: n.module, target: n.target, args });
    return id;
  };
  visit(a.plan);
  if (changed) return { unavailable: 'an array that it is made from is written' };
  if (steps.length > MAX_STEPS) return { unavailable: 'too many calls make it' };
  return steps;
}

function argument(x: PlanNodeArg, visit: (n: PlanNode) => string): PlanArg {
  switch (x.kind) {
    case 'node':
      return { kind: 'ref', id: visit(x.node) };
    case 'list':
      return { kind: 'list', items: x.items.map((i) => argument(i, visit)) };
    case 'object':
      return {
        kind: 'object',
        fields: Object.fromEntries(Object.entries(x.fields).map(([n, v]) => [n, argument(v, visit)])),
      };
    case 'spec':
      return x.spec;
  }
}

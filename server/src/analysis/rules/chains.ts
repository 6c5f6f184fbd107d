/** Chains: calls whose results are used once, by another call of the chain, and then thrown away. */
import type { ArrayValue } from '../domain/value.ts';
import type { CallRecord } from '../interp/records.ts';
import type { Temp, Variable } from '../ir/types.ts';
import type { RuleContext } from './context.ts';

export interface ChainNode {
  readonly call: CallRecord;
  readonly array: ArrayValue;
  /** Intermediates that this call uses up. */
  readonly inputs: readonly ChainInput[];
}

export interface ChainInput {
  readonly node: ChainNode;
  /** The variable through which it comes, where it was given a name. */
  readonly variable: Variable | null;
}

/** Copies are another rule's. */
const COPIES = new Set(['copy', 'flatten', 'array', 'asarray', 'ascontiguousarray']);

/** A call that computes an array of its own from other arrays. */
function computes(r: RuleContext, c: CallRecord): ArrayValue | null {
  const a = r.arrayOf(c);
  if (!a || c.library !== 'numpy-ts' || a.owns !== 'owns' || c.made.size === 0 || COPIES.has(c.name)) return null;
  return c.args.some((x) => x.k === 'array') ? a : null;
}

/** The roots of all chains of the file: results that no further call of a chain uses up. */
export function chainsOf(r: RuleContext): ChainNode[] {
  const nodes = new Map<CallRecord, ChainNode>();
  const used = new Set<CallRecord>();
  const build = (c: CallRecord): ChainNode | null => {
    const known = nodes.get(c);
    if (known) return known;
    const array = computes(r, c);
    if (!array) return null;
    const inputs: ChainInput[] = [];
    for (const t of operandsOf(c)) {
      const source = intermediate(r, c.fn, t);
      if (!source || source.call === c) continue;
      const node = build(source.call);
      if (!node || disposed(r, source.call)) continue;
      used.add(source.call);
      inputs.push({ node, variable: source.variable });
    }
    const node = { call: c, array, inputs };
    nodes.set(c, node);
    return node;
  };
  for (const c of r.calls) build(c);
  return [...nodes.values()].filter((n) => !used.has(n.call) && n.inputs.length > 0);
}

function operandsOf(c: CallRecord): Temp[] {
  const args = c.instr.args.map((a) => a.temp);
  return c.instr.op === 'invoke' ? [c.instr.obj, ...args] : args;
}

/** The call behind a temporary, where its result is used only there: directly or through one variable. */
function intermediate(r: RuleContext, fn: number, t: Temp): { call: CallRecord; variable: Variable | null } | null {
  let d = r.uses.definition(fn, t);
  let variable: Variable | null = null;
  while (d) {
    if (r.uses.usesOf(fn, 'dst' in d ? d.dst : -1).length !== 1) return null;
    if (d.op === 'annotate' || d.op === 'hint') d = r.uses.definition(fn, d.src);
    else if (d.op === 'load' && variable === null) {
      variable = d.variable;
      if (variable.captured || variable.fn !== fn || variable.kind === 'param' || isExported(r, variable)) return null;
      const stores = r.uses.stores(variable);
      if (stores.length !== 1 || r.uses.loads(variable).length !== 1) return null;
      const [store] = stores;
      // In another block it may be used more than once, or not at all.
      if (store?.step.op !== 'store' || store.block !== r.uses.place(d)?.block) return null;
      d = r.uses.definition(fn, store.step.src);
    } else break;
  }
  const call = r.callOf(d);
  return call ? { call, variable } : null;
}

function disposed(r: RuleContext, c: CallRecord): boolean {
  return r.eventsOf(c.made).some((e) => e.by === 'dispose');
}

/** All intermediates below a root, in the order in which they are computed. */
export function intermediatesOf(root: ChainNode): ChainInput[] {
  const out: ChainInput[] = [];
  const visit = (n: ChainNode): void => {
    for (const i of n.inputs) {
      visit(i.node);
      out.push(i);
    }
  };
  visit(root);
  return out.sort((a, b) => a.node.call.instr.id - b.node.call.instr.id);
}

function isExported(r: RuleContext, variable: Variable): boolean {
  return r.module.exports.some((e) => e.kind === 'local' && e.variable === variable);
}

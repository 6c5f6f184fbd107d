/** Who defines, who uses: temporaries and variables of one module. */
import type { Block, Instr, ModuleIR, Step, Temp, Variable } from './types.ts';

export interface Use {
  readonly fn: number;
  readonly step: Step;
  readonly block: Block;
}

export class Uses {
  readonly #defs = new Map<string, Instr>();
  readonly #uses = new Map<string, Use[]>();
  readonly #stores = new Map<Variable, Use[]>();
  readonly #loads = new Map<Variable, Use[]>();
  readonly #blocks = new Map<number, { fn: number; block: Block; index: number }>();

  constructor(module: ModuleIR) {
    for (const f of module.functions) if (f) this.#walk(f.index, f.body);
  }

  #walk(fn: number, block: Block): void {
    block.forEach((step, index) => {
      this.#blocks.set(step.id, { fn, block, index });
      if ('dst' in step) this.#defs.set(`${fn}:${step.dst}`, step);
      for (const t of operands(step)) push(this.#uses, `${fn}:${t}`, { fn, step, block });
      if (step.op === 'store') push(this.#stores, step.variable, { fn, step, block });
      if (step.op === 'load') push(this.#loads, step.variable, { fn, step, block });
      for (const inner of blocksOf(step)) this.#walk(fn, inner);
    });
  }

  definition(fn: number, t: Temp): Instr | null {
    return this.#defs.get(`${fn}:${t}`) ?? null;
  }

  usesOf(fn: number, t: Temp): readonly Use[] {
    return this.#uses.get(`${fn}:${t}`) ?? [];
  }

  stores(v: Variable): readonly Use[] {
    return this.#stores.get(v) ?? [];
  }

  loads(v: Variable): readonly Use[] {
    return this.#loads.get(v) ?? [];
  }

  /** The block in which a step stands, and where in it. */
  place(step: Step): { readonly fn: number; readonly block: Block; readonly index: number } | null {
    return this.#blocks.get(step.id) ?? null;
  }
}

function push<K>(map: Map<K, Use[]>, key: K, use: Use): void {
  const list = map.get(key);
  if (list) list.push(use);
  else map.set(key, [use]);
}

/** The blocks directly inside a step. */
export function blocksOf(s: Step): readonly Block[] {
  switch (s.op) {
    case 'if':
      return [s.then, s.else];
    case 'loop':
      return [s.test ?? [], s.body, s.update];
    case 'forOf':
    case 'block':
      return [s.body];
    case 'try':
      return [s.body, s.handler ?? [], s.final ?? []];
    default:
      return [];
  }
}

/** The temporaries that a step reads. */
function operands(s: Step): readonly Temp[] {
  switch (s.op) {
    case 'store':
    case 'await':
    case 'annotate':
    case 'rest':
    case 'isNullish':
    case 'dispose':
    case 'throw':
      return [s.src];
    case 'yield':
    case 'return':
      return s.src === null ? [] : [s.src];
    case 'hint':
      return [s.src, ...s.sizes.filter((t) => t !== null)];
    case 'binary':
      return [s.a, s.b];
    case 'unary':
      return [s.a];
    case 'member':
      return [s.obj];
    case 'element':
      return [s.obj, s.index];
    case 'setMember':
      return [s.obj, s.src];
    case 'setElement':
      return [s.obj, s.index, s.src];
    case 'call':
      return [s.callee, ...(s.self === undefined ? [] : [s.self]), ...s.args.map((a) => a.temp)];
    case 'invoke':
      return [s.obj, ...s.args.map((a) => a.temp)];
    case 'new':
      return [s.callee, ...s.args.map((a) => a.temp)];
    case 'superCall':
      return s.args.map((a) => a.temp);
    case 'list':
      return s.items.map((a) => a.temp);
    case 'object':
      return s.entries.flatMap((e) => (e.kind === 'computed' ? [e.key, e.temp] : [e.temp]));
    case 'template':
      return s.parts;
    case 'class':
      return s.base === null ? [] : [s.base];
    case 'opaque':
      return s.inputs;
    case 'if':
      return [s.cond];
    case 'loop':
      return s.cond === null ? [] : [s.cond];
    case 'forOf':
      return [s.iterable];
    default:
      return [];
  }
}

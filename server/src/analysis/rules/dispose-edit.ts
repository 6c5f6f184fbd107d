/** Rewrites a chain so that each intermediate is freed as soon as the call that uses it has returned. */
import type { Span } from '../api.ts';
import type { Step } from '../ir/types.ts';
import { identifiersIn } from '../syntax/text.ts';
import type { ChainNode } from './chains.ts';
import type { RuleContext } from './context.ts';
import type { Edit } from './types.ts';

/**
 * The edits, or null where the chain's evaluation cannot be moved before its statement. Parts of the chain that were
 * given a name stand in statements of their own and are rewritten there.
 */
export function disposeEdits(r: RuleContext, root: ChainNode): readonly Edit[] | null {
  const names = new Names(r.wholeText);
  const out: Edit[] = [];
  for (const part of [root, ...named(root)]) {
    const edits = statementEdits(r, part, names);
    if (!edits) return null;
    out.push(...edits);
  }
  return out.length > 0 ? out : null;
}

/** The parts of a chain that come through variables. */
function named(n: ChainNode): ChainNode[] {
  return n.inputs.flatMap((i) => [...(i.variable ? [i.node] : []), ...named(i.node)]);
}

/** The intermediates of a node that stand in its own expression. */
function inline(n: ChainNode): ChainNode[] {
  return n.inputs.flatMap((i) => (i.variable ? [] : [...inline(i.node), i.node]));
}

function statementEdits(r: RuleContext, root: ChainNode, names: Names): readonly Edit[] | null {
  if (root.inputs.length === 0) return [];
  const stmt = root.call.instr.stmt;
  const place = r.uses.place(root.call.instr);
  if (!place || !r.module.listed.has(`${stmt.start}:${stmt.end}`) || root.call.instr.span.start < stmt.start)
    return null;
  if (inline(root).some((n) => r.uses.place(n.call.instr)?.block !== place.block || !same(n.call.instr.stmt, stmt)))
    return null;
  if (inline(root).length > 0 && !canStandAlone(r, root, stmt)) return null;
  const writer = new Writer(r, root, stmt, names);
  return runsFirst(r, place.block, root, stmt, writer.movesAll) ? writer.edits() : null;
}

/** New names that nothing in the file has. */
class Names {
  readonly #taken: Set<string>;
  #next = 1;

  constructor(text: string) {
    this.#taken = identifiersIn(text);
  }

  make(): string {
    let name = `t${this.#next++}`;
    while (this.#taken.has(name)) name = `t${this.#next++}`;
    return name;
  }
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Statements that evaluate what stands in them more than once, or not where they stand. */
const REPEATS = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*\s*:\s*)*(?:while|do|for)\b/u;
/** The line above says something of the first line of the statement. */
const SPOKEN_OF = /@ts-(?:expect-error|ignore)\b[^\n]*\n\s*$/;

/** Whether the parts of the chain can stand before the statement, written as they are. */
function canStandAlone(r: RuleContext, root: ChainNode, stmt: Span): boolean {
  const text = r.text(root.call.instr.span);
  if (REPEATS.test(r.text(stmt)) || text.includes('?.')) return false;
  if (SPOKEN_OF.test(r.module.text.slice(0, stmt.start))) return false;
  // Without its cast it is of another type.
  return inline(root).every((n) => r.uses.usesOf(n.call.fn, n.call.instr.dst).every((u) => u.step.op !== 'annotate'));
}

/**
 * Whether nothing that matters runs in the statement before a part of the chain that is moved, and stays: it would run
 * after it. With `wholly` the chain's last call is moved too.
 */
function runsFirst(r: RuleContext, block: readonly Step[], root: ChainNode, stmt: Span, wholly: boolean): boolean {
  const moved = inline(root).map((n) => n.call.instr);
  const last = wholly ? root.call.instr.id : Math.max(...moved.map((i) => i.id));
  const spans = wholly ? [root.call.instr.span] : moved.map((i) => i.span);
  return (
    block.every((s) => {
      if (!same(s.stmt, stmt) || s.id >= last) return true;
      const isMoved = spans.some((x) => x.start <= s.span.start && s.span.end <= x.end);
      return isMoved || isStill(r, root.call.fn, s);
    }) && inOrder(r, block, root, stmt)
  );
}

/** Among what is moved, the last call's own operands stay behind the intermediates. */
function inOrder(r: RuleContext, block: readonly Step[], root: ChainNode, stmt: Span): boolean {
  const moved = inline(root).map((n) => n.call.instr);
  const last = Math.max(...moved.map((i) => i.id));
  const isInside = (s: Step, x: Span): boolean => x.start <= s.span.start && s.span.end <= x.end;
  return [root, ...inline(root)].every((n) => {
    const own = n.call.instr;
    const inputs = n.inputs.filter((i) => i.variable === null).map((i) => i.node.call.instr);
    const latest = Math.max(-1, ...inputs.map((i) => i.id));
    return block.every((s) => {
      if (!same(s.stmt, stmt) || s.id >= Math.min(latest, last) || !isInside(s, own.span)) return true;
      return inputs.some((i) => isInside(s, i.span)) || isStill(r, n.call.fn, s);
    });
  });
}

/** Whether a step gives the same, and does nothing, wherever it runs in the statement. */
function isStill(r: RuleContext, fn: number, s: Step): boolean {
  switch (s.op) {
    case 'const':
    case 'global':
    case 'this':
    case 'import':
    case 'closure':
      return true;
    case 'load':
      return s.variable.kind !== 'hidden' && r.uses.stores(s.variable).length <= 1;
    case 'member': {
      const of = r.uses.definition(fn, s.obj);
      return of?.op === 'global' || (of?.op === 'load' && of.variable.kind === 'import');
    }
    case 'annotate':
      return true;
    default:
      return false;
  }
}

class Writer {
  readonly #r: RuleContext;
  readonly #root: ChainNode;
  readonly #stmt: Span;
  readonly #names = new Map<ChainNode, string>();
  readonly #fresh: Names;

  constructor(r: RuleContext, root: ChainNode, stmt: Span, fresh: Names) {
    this.#r = r;
    this.#root = root;
    this.#stmt = stmt;
    this.#fresh = fresh;
  }

  /** Whether the statement is left with the result. */
  get #leaves(): boolean {
    return /^(return|throw|yield)\b/.test(this.#r.text(this.#stmt));
  }

  /** Whether the whole chain is moved before the statement. */
  get movesAll(): boolean {
    return this.#leaves || this.#thrownAway();
  }

  edits(): readonly Edit[] {
    const { text } = this.#r.module;
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const lineStart = text.lastIndexOf('\n', this.#stmt.start - 1) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, this.#stmt.start))?.[0] ?? '';
    const statement = text.slice(this.#stmt.start, this.#stmt.end);
    const end = statement.endsWith(';') ? ';' : '';
    const before: string[] = [];
    const write = (node: ChainNode): void => {
      for (const i of node.inputs) if (i.variable === null) write(i.node);
      if (node === this.#root) return;
      const name = this.#fresh.make();
      before.push(`const ${name} = ${this.#text(node)}${end}`);
      this.#names.set(node, name);
      before.push(...this.#disposals(node, end));
    };
    write(this.#root);
    const rootText = this.#text(this.#root);
    const rootSpan = this.#root.call.instr.span;
    const leaves = this.#leaves;
    const alone = this.#thrownAway() && !leaves;
    let replacement = rootText;
    const after: string[] = [];
    if (leaves || alone) {
      replacement = this.#fresh.make();
      before.push(`const ${replacement} = ${rootText}${end}`, ...this.#disposals(this.#root, end));
      if (alone) after.push(`${replacement}.dispose()${end}`);
    } else after.push(...this.#disposals(this.#root, end));
    const lines = (xs: readonly string[]): string => xs.map((x) => `${x}${newline}${indent}`).join('');
    const out: Edit[] = [];
    if (before.length > 0)
      out.push({ span: { start: this.#stmt.start, end: this.#stmt.start }, newText: lines(before) });
    if (replacement !== this.#r.text(rootSpan)) out.push({ span: rootSpan, newText: replacement });
    if (after.length > 0) {
      const tail = after.map((x) => `${newline}${indent}${x}`).join('');
      out.push({ span: { start: this.#stmt.end, end: this.#stmt.end }, newText: tail });
    }
    return out;
  }

  /** The node's own text, with the intermediates inside it replaced by their names. */
  #text(node: ChainNode): string {
    const { span } = node.call.instr;
    const { text } = this.#r.module;
    const inside = node.inputs
      .filter((i) => i.variable === null)
      .map((i) => ({ span: i.node.call.instr.span, name: this.#names.get(i.node) as string }))
      .sort((a, b) => a.span.start - b.span.start);
    let out = '';
    let at = span.start;
    for (const i of inside) {
      out += text.slice(at, i.span.start) + i.name;
      at = i.span.end;
    }
    return out + text.slice(at, span.end);
  }

  /** Frees what the node has used up. */
  #disposals(node: ChainNode, end: string): string[] {
    return node.inputs.map((i) => `${i.variable?.name ?? this.#names.get(i.node)}.dispose()${end}`);
  }

  /** Whether the result itself is only read by a call that gives a number. */
  #thrownAway(): boolean {
    const { call } = this.#root;
    const uses = this.#r.uses.usesOf(call.fn, call.instr.dst);
    const [only] = uses;
    if (uses.length !== 1 || !only) return false;
    const reader = 'dst' in only.step ? this.#r.callOf(only.step) : null;
    const scalar = reader?.result.k === 'num' || reader?.result.k === 'bigint' || reader?.result.k === 'bool';
    return (
      reader !== null && reader.library === 'numpy-ts' && scalar && only.block === this.#r.uses.place(call.instr)?.block
    );
  }
}

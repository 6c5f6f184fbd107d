/** Rewrites an expression to `blockwise` of the bytelens core: only one block's intermediates exist at a time. */
import type { DType } from 'bytelens/laws';
import type { Span } from '../api.ts';
import { type ArrayValue, constantOf } from '../domain/value.ts';
import type { CallRecord } from '../interp/records.ts';
import type { Instr } from '../ir/types.ts';
import { isElementwise, reducesAxis } from '../libraries/numpy-ts/locality.ts';
import type { RuleContext } from './context.ts';
import type { Edit } from './types.ts';

/** Whether each block of the chain's result depends on the same block of its inputs only. */
export function canSplit(calls: readonly CallRecord[]): boolean {
  return calls.every((c) => isElementwise(c.name) && readsRightly(c));
}

/**
 * Whether blocks are computed as the whole is: some functions ignore where a view begins, and of integers some numbers
 * are others where elements do not lie one after the other.
 */
function readsRightly(c: CallRecord): boolean {
  return c.args.every((a) => a.k !== 'array' || !a.part);
}

/** The axis along which the inputs of one call can be split, or null. */
export function splitOf(c: CallRecord, result: ArrayValue): { readonly axis: number } | null {
  const inputs = c.args.filter((a): a is ArrayValue => a.k === 'array');
  const largest = inputs.find((x) => x.shape && result.shape && x.shape.length >= result.shape.length);
  if (!largest?.shape || !result.shape || largest.shape.length === 0) return null;
  if (isElementwise(c.name) && inputs.every((x) => x.shape?.length === result.shape?.length)) return { axis: 0 };
  const method = c.args.length > c.instr.args.length;
  const axisArgument = method ? c.instr.args[0] : c.instr.args[1];
  const axisValue = axisArgument ? c.args[1] : undefined;
  const axis = axisValue ? constantOf(axisValue) : null;
  if (!reducesAxis(c.name) || axis === null || result.shape.length !== largest.shape.length - 1) return null;
  const reduced = axis < 0 ? axis + largest.shape.length : axis;
  const free = largest.shape.findIndex((_, n) => n !== reduced);
  return free < 0 ? null : { axis: free };
}

/**
 * The edits that put `span` into a callback over blocks of the arrays that it reads. Null where one of these is no plain
 * variable (its name becomes the callback's parameter, so that the expression itself stays as it is).
 */
export function blockwiseEdits(
  r: RuleContext,
  span: Span,
  calls: readonly CallRecord[],
  dtype: DType | null,
  axis: number,
): readonly Edit[] | null {
  // The callback is an ordinary function: it cannot wait.
  if (/\b(await|yield)\b/.test(r.text(span))) return null;
  const names: string[] = [];
  const read: Instr[] = [];
  const inner = new Set(calls.map((c) => c.instr.dst));
  for (const c of calls) {
    const temps = [...(c.instr.op === 'invoke' ? [c.instr.obj] : []), ...c.instr.args.map((a) => a.temp)];
    const values = c.args;
    for (const [n, t] of temps.slice(temps.length - values.length).entries()) {
      if (values[n]?.k !== 'array' || inner.has(t)) continue;
      let d = r.uses.definition(c.fn, t);
      while (d?.op === 'annotate' || d?.op === 'hint') d = r.uses.definition(c.fn, d.src);
      if (d && 'dst' in d && inner.has(d.dst)) continue;
      if (d?.op !== 'load' || d.variable.name === '') return null;
      read.push(d);
      if (!names.includes(d.variable.name)) names.push(d.variable.name);
    }
  }
  if (names.length === 0 || readOtherwise(r, span, read) || runsMore(r, span, calls)) return null;
  const list = names.length === 1 ? (names[0] as string) : `[${names.join(', ')}]`;
  const options = [...(dtype ? [`dtype: '${dtype}'`] : []), ...(axis !== 0 ? [`axis: ${axis}`] : [])];
  const tail = options.length > 0 ? `, { ${options.join(', ')} }` : '';
  const text = `blockwise(${list}, (${names.join(', ')}) => ${r.text(span)}${tail})`;
  const added = importEdit(r);
  return added === null ? null : [...added, { span, newText: text }];
}

/** Steps that do nothing and give the same in every block. */
const STILL = new Set([
  'const',
  'global',
  'import',
  'this',
  'load',
  'annotate',
  'unary',
  'binary',
  'list',
  'object',
  'member',
]);

/** Whether the expression does anything besides the calls: that would be done once for each block. */
function runsMore(r: RuleContext, span: Span, calls: readonly CallRecord[]): boolean {
  const chain = new Set(calls.map((c) => c.instr.id));
  const block = calls[0] ? (r.uses.place(calls[0].instr)?.block ?? []) : [];
  return block.some(
    (s) => span.start <= s.span.start && s.span.end <= span.end && !chain.has(s.id) && !STILL.has(s.op),
  );
}

/** Whether the expression looks at one of the arrays in another way (`x.size`), which a block would answer differently. */
function readOtherwise(r: RuleContext, span: Span, read: readonly Instr[]): boolean {
  return read.some(
    (d) =>
      d.op === 'load' &&
      r.uses
        .loads(d.variable)
        .some(
          ({ step }) => step.span.start >= span.start && step.span.end <= span.end && !read.includes(step as Instr),
        ),
  );
}

/** The import of `blockwise`, before the first import; none where it is there; null where the name is taken. */
function importEdit(r: RuleContext): readonly Edit[] | null {
  const top = r.module.functions[0];
  const imports = (top?.body ?? []).filter((s) => s.op === 'import');
  const own = imports.find((s) => s.op === 'import' && s.module === 'bytelens' && s.name === 'blockwise');
  if (own) return r.text(own.span) === 'blockwise' ? [] : null;
  if (/\bblockwise\b/.test(r.wholeText)) return null;
  const first = imports.map((s) => s.stmt.start).sort((a, b) => a - b)[0];
  if (first === undefined) return null;
  const newline = r.module.text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: { start: first, end: first }, newText: `import { blockwise } from 'bytelens';${newline}` }];
}

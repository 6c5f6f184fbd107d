/** Where creation functions of numpy-ts take their dtype, to write it there. Whether it helps, what-if analysis says. */
import type { DType } from 'bytelens/laws';
import { isDType } from '../domain/values.ts';
import type { CallRecord } from '../interp/records.ts';
import type { RuleContext } from './context.ts';
import type { Edit } from './types.ts';

/** Position of the dtype, and what to write for optional arguments before it (`$0` is the first argument's text). */
const POSITIONS: Readonly<Record<string, { readonly at: number; readonly fill: readonly string[] }>> = {
  zeros: { at: 1, fill: [] },
  ones: { at: 1, fill: [] },
  empty: { at: 1, fill: [] },
  full: { at: 2, fill: [] },
  zeros_like: { at: 1, fill: [] },
  ones_like: { at: 1, fill: [] },
  empty_like: { at: 1, fill: [] },
  full_like: { at: 2, fill: [] },
  array: { at: 1, fill: [] },
  asarray: { at: 1, fill: [] },
  asanyarray: { at: 1, fill: [] },
  identity: { at: 1, fill: [] },
  indices: { at: 1, fill: [] },
  arange: { at: 3, fill: ['0', '$0', '1'] },
  linspace: { at: 3, fill: ['', '', '50'] },
  eye: { at: 3, fill: ['', '$0', '0'] },
  tri: { at: 3, fill: ['', '$0', '0'] },
  'random.randint': { at: 3, fill: [] },
};

export function dtypeEdit(r: RuleContext, c: CallRecord, dtype: DType): readonly Edit[] | null {
  const place = POSITIONS[c.name];
  const { args } = c.instr;
  if (!place || args.some((a) => a.spread) || args.length === 0 || c.instr.op === 'new') return null;
  const given = args[place.at];
  if (given) {
    const v = c.args[place.at];
    const literal = /^(['"`])(\w+)\1$/.exec(r.text(given.span));
    if (v?.k !== 'str' || !literal || !isDType(literal[2] as string)) return null;
    return [{ span: given.span, newText: `'${dtype}'` }];
  }
  const first = args[0];
  const last = args.at(-1);
  if (!first || !last) return null;
  if (c.name === 'arange' && args.length === 1) {
    return [{ span: first.span, newText: `0, ${r.text(first.span)}, 1, '${dtype}'` }];
  }
  const missing: string[] = [];
  for (let i = args.length; i < place.at; i++) {
    const text = place.fill[i];
    if (!text) return null;
    missing.push(text.replace('$0', r.text(first.span)));
  }
  const added = [...missing, `'${dtype}'`].join(', ');
  return [{ span: { start: last.span.end, end: last.span.end }, newText: `, ${added}` }];
}

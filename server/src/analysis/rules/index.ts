/** All rules, in the order in which their findings are listed where they stand on the same place. */
import { needlessCopy } from './needless-copy.ts';
import { oversizedDtype } from './oversized-dtype.ts';
import { rulePage } from './page.ts';
import { temporaryHeavy } from './temporary-heavy.ts';
import type { Rule } from './types.ts';
import { upcastingCall } from './upcasting-call.ts';
import { wrongHint } from './wrong-hint.ts';

export const ALL_RULES: readonly Rule[] = [needlessCopy, oversizedDtype, temporaryHeavy, upcastingCall, wrongHint];

/** What the outside is told of each rule. */
export const RULES = ALL_RULES.map((r) => ({
  id: r.meta.id,
  severity: r.meta.severity,
  summary: r.meta.summary,
  page: rulePage(r.meta),
}));
